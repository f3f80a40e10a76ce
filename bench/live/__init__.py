"""What is live, and what is written, measured: see RESULTS.md."""

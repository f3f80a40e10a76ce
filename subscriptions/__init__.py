"""What is live: events after a commit, the link that carries them, the hub that shows them."""

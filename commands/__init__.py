"""The command line: `python -m commands`, or scripts/ekinerja. One file for each command."""

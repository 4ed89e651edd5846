"""The commands: plain typed functions that return an exit code; no command line in here."""

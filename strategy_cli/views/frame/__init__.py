"""What every report has, whatever its kind: what it is made from, what is shown of it, and its head."""

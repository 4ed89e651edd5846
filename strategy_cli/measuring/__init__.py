"""What the figures mean: actual, progress, expected path, class and roll-up, all as of a date and exact."""

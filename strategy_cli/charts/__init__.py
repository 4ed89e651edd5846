"""Charts: figures, days and links → the geometry that templates draw, with no words and no strategy in it."""

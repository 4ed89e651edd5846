"""Lives: what became of a thing, and of the whole strategy, over the time that git has kept it."""

"""What reports are put together from: each part shows one thing, and several kinds of report may have it."""

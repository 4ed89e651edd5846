"""The entities of a strategy, one file a kind; the keys are the contract with users."""

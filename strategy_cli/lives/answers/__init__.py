"""Answers: what a strategy's whole life teaches, each question of the retrospect in a file of its own."""

"""Findings and changes written out for people and machines."""

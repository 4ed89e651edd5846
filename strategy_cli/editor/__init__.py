"""What an editor needs to know of a strategy's files: JSON Schemas made from the models, and settings that use them."""

"""What rules of several families share: what still lives, where words stand, who comes after whom."""

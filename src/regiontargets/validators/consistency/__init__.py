"""Rules that hold records against each other (D)."""

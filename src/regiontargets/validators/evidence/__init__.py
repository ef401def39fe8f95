"""Rules that hold records against the words that state them (E)."""

"""Rules about periods (Y)."""

"""Rules about amounts and their units (U)."""

"""Rules about metrics (M)."""

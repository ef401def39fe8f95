"""Rules about regions (R)."""

"""Typed, unit-checked, dated and source-grounded data on regional economic targets."""

"""What the project costs, measured beside peers in one run; never asserted in a test."""

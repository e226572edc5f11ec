"""Predictions meet observations here; everything in this package is pure."""

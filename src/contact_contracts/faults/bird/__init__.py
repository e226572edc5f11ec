"""Servers of the Bird family that are wrong in one way each, a module per theme."""

"""Servers of the Marketing Cloud family that are wrong in one way each, a module per theme."""

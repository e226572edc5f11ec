"""Servers of the Conga family that are wrong in one way each, a module per theme."""

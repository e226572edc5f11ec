"""Everbridge servers that are wrong in exactly one way, one module per chapter of the contract."""

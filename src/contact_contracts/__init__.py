"""Contracts, typed clients and a conformance suite for four contact-update APIs."""

__version__ = "0.1.0"

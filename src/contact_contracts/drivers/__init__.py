"""Drivers bring a target to where clauses show; they assert nothing, the judge hears every call."""

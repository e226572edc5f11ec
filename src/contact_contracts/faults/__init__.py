"""Servers that are wrong in exactly one way: a few lines each over the reference server's rules."""

from contact_contracts.faults.catalogue import Fault, UnknownFault, all_faults, load_fault, names_of_faults

__all__ = ["Fault", "UnknownFault", "all_faults", "load_fault", "names_of_faults"]

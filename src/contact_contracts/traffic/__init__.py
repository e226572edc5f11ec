"""Recorded traffic before the judge: reads a HAR file, recognizes the APIs, and hears what was said to them."""

from contact_contracts.traffic.errors import NothingMatched, TrafficError
from contact_contracts.traffic.judging import Heard, Traffic, judge_traffic, read_traffic

__all__ = ["Heard", "NothingMatched", "Traffic", "TrafficError", "judge_traffic", "read_traffic"]

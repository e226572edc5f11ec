"""The target of a run as data: where it is, who calls, what exists there, and what is allowed."""

from contact_contracts.target.auth import (
    AccessKeyAuth,
    Auth,
    BasicAuth,
    BearerAuth,
    ClientCredentialsAuth,
    Secret,
)
from contact_contracts.target.bundled import bundled_environment, bundled_targets, bundled_variables
from contact_contracts.target.errors import TargetError
from contact_contracts.target.families import (
    BirdTarget,
    CongaTarget,
    EverbridgeTarget,
    SfmcAttribute,
    SfmcAttributeSet,
    SfmcTarget,
)
from contact_contracts.target.load import load_targets, named_families
from contact_contracts.target.models import FamilyTarget, KnownDeviation
from contact_contracts.target.targets import Targets
from contact_contracts.target.template import target_template

__all__ = [
    "AccessKeyAuth",
    "Auth",
    "BasicAuth",
    "BearerAuth",
    "BirdTarget",
    "ClientCredentialsAuth",
    "CongaTarget",
    "EverbridgeTarget",
    "FamilyTarget",
    "KnownDeviation",
    "Secret",
    "SfmcAttribute",
    "SfmcAttributeSet",
    "SfmcTarget",
    "TargetError",
    "Targets",
    "bundled_environment",
    "bundled_targets",
    "bundled_variables",
    "load_targets",
    "named_families",
    "target_template",
]

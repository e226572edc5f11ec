from enum import StrEnum


class DeletionAddressing(StrEnum):
    IDS = "ids"
    KEYS = "keys"

    def __str__(self) -> str:
        return str(self.value)

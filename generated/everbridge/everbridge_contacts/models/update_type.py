from enum import StrEnum


class UpdateType(StrEnum):
    FULL = "full"
    PARTIAL = "partial"

    def __str__(self) -> str:
        return str(self.value)

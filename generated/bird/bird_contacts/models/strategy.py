from enum import StrEnum


class Strategy(StrEnum):
    FIRST = "first"
    FIRST_ALIAS = "first_alias"
    STRICT_ALIAS = "strict_alias"

    def __str__(self) -> str:
        return str(self.value)

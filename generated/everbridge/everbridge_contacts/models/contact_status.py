from enum import StrEnum


class ContactStatus(StrEnum):
    A = "A"
    D = "D"

    def __str__(self) -> str:
        return str(self.value)

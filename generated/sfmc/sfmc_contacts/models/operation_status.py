from enum import StrEnum


class OperationStatus(StrEnum):
    FAIL = "FAIL"
    OK = "OK"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class IdType(StrEnum):
    EXTERNALID = "externalId"
    ID = "id"

    def __str__(self) -> str:
        return str(self.value)

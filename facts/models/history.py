from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from simple_history.models import HistoricalChanges, HistoricalRecords

REASON_LENGTH = 500


@dataclass(frozen=True, eq=False)
class Act:
    reason: str
    by: AbstractBaseUser | None = None


_current: ContextVar[Act | None] = ContextVar("act", default=None)


@contextmanager
def acting(*, reason: str, by: AbstractBaseUser | None = None) -> Iterator[None]:
    """History rows written inside get both."""
    token = _current.set(Act(reason, by))
    try:
        yield
    finally:
        _current.reset(token)


class History(HistoricalRecords):
    """One history entry per row and act."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            history_change_reason_field=models.CharField(max_length=REASON_LENGTH, null=True),  # noqa: DJ001
            **options,
        )

    def get_change_reason_for_object(self, instance: models.Model, history_type: str, using: str) -> str | None:
        act = _current.get()
        return super().get_change_reason_for_object(instance, history_type, using) or (act.reason if act else None)

    def get_history_user(self, instance: models.Model) -> AbstractBaseUser | None:
        """The act's editor first, so published drafts keep their author."""
        act = _current.get()
        return (act.by if act else None) or super().get_history_user(instance)

    def create_historical_record_m2ms(self, history_instance: HistoricalChanges, instance: models.Model) -> None:
        super().create_historical_record_m2ms(history_instance, instance)
        instance.__dict__["_recorded"] = _current.get(), history_instance

    def m2m_changed(self, instance: models.Model, action: str, **signal: Any) -> None:
        """One entry per act, not per many-to-many change."""
        act, entry = getattr(instance, "_recorded", (None, None))
        if entry is None or act is None or act is not _current.get():
            super().m2m_changed(instance, action, **signal)
        elif action in ("post_add", "post_remove", "post_clear"):
            for field in entry._history_m2m_fields:
                getattr(entry, field.name).all().delete()
            super().create_historical_record_m2ms(entry, instance)

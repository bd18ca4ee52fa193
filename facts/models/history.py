from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords

REASON_LENGTH = 500


@dataclass(frozen=True, eq=False)
class Act:
    reason: str
    by: Any = None


_current: ContextVar[Act | None] = ContextVar("act", default=None)


@contextmanager
def acting(*, reason: str, by=None) -> Iterator[None]:
    """History rows written inside get both."""
    token = _current.set(Act(reason, by))
    try:
        yield
    finally:
        _current.reset(token)


class History(HistoricalRecords):
    """One history entry per row and act."""

    def __init__(self, **options):
        super().__init__(
            history_change_reason_field=models.CharField(max_length=REASON_LENGTH, null=True),  # noqa: DJ001
            **options,
        )

    def get_change_reason_for_object(self, instance, history_type, using):
        act = _current.get()
        return super().get_change_reason_for_object(instance, history_type, using) or (act and act.reason)

    def get_history_user(self, instance):
        """The act's editor first, so published drafts keep their author."""
        act = _current.get()
        return (act and act.by) or super().get_history_user(instance)

    def create_historical_record_m2ms(self, history_instance, instance):
        super().create_historical_record_m2ms(history_instance, instance)
        instance._recorded = (_current.get(), history_instance)

    def m2m_changed(self, instance, action, **signal):
        """One entry per act, not per many-to-many change."""
        act, entry = getattr(instance, "_recorded", (None, None))
        if act is None or act is not _current.get():
            super().m2m_changed(instance, action, **signal)
        elif action in ("post_add", "post_remove", "post_clear"):
            for field in entry._history_m2m_fields:
                getattr(entry, field.name).all().delete()
            super().create_historical_record_m2ms(entry, instance)

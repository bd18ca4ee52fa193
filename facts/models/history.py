"""Who changed a row, when and why."""

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
    """What is being done to rows now: why, and by whom (None for a command)."""

    reason: str
    by: Any = None


_current: ContextVar[Act | None] = ContextVar("act", default=None)


@contextmanager
def acting(*, reason: str, by=None) -> Iterator[None]:
    """Every history row written inside says `reason` and `by`."""
    token = _current.set(Act(reason, by))
    try:
        yield
    finally:
        _current.reset(token)


class History(HistoricalRecords):
    """A row's history, one entry for each act that changed it, with the act's reason and editor."""

    def __init__(self, **options):
        super().__init__(
            history_change_reason_field=models.CharField(max_length=REASON_LENGTH, null=True),  # noqa: DJ001
            **options,
        )

    def get_change_reason_for_object(self, instance, history_type, using):
        """The reason given on the row itself, or else the act's."""
        act = _current.get()
        return super().get_change_reason_for_object(instance, history_type, using) or (act and act.reason)

    def get_history_user(self, instance):
        """Who the act says it is, or else whoever is logged in: what an author wrote stays theirs when published."""
        act = _current.get()
        return (act and act.by) or super().get_history_user(instance)

    def create_historical_record_m2ms(self, history_instance, instance):
        """Keep what the row is tied to, and remember the entry for as long as the act goes on."""
        super().create_historical_record_m2ms(history_instance, instance)
        instance._recorded = (_current.get(), history_instance)

    def m2m_changed(self, instance, action, **signal):
        """Correct the act's entry instead of adding one for each tie that is cut or made."""
        act, entry = getattr(instance, "_recorded", (None, None))
        if act is None or act is not _current.get():
            super().m2m_changed(instance, action, **signal)
        elif action in ("post_add", "post_remove", "post_clear"):
            for field in entry._history_m2m_fields:
                getattr(entry, field.name).all().delete()
            super().create_historical_record_m2ms(entry, instance)

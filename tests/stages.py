"""What tests stand on: databases that are loaded once a session, by whichever worker is first to need them.

empty        the tables, with what Django puts into them
guides       the first two guides and the official figures beside them
guides_paid  the same, and the wages of May 2025 in tests/record
all_guides   every guide that comes with Rungs
record       all official figures that come with Rungs
everything   all guides, and then the record
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from config.settings import RECORD_DIR
from tests import databases

FIXTURES = (
    "common.yaml",
    "official.yaml",
    "himalayas-medical-records-administrator.guide",
    "study-com-medical-records-administrator.guide",
)


def load_guides(*files: str) -> None:
    call_command("load_guides", *files, verbosity=0)


def load_record(folder: Path = RECORD_DIR) -> None:
    with override_settings(RECORD_DIR=folder):
        call_command("load_record", verbosity=0)


LOADED = {
    "guides": ("empty", lambda: load_guides(*FIXTURES)),
    "guides_paid": ("guides", lambda: load_record(Path(__file__).parent / "record")),
    "all_guides": ("empty", load_guides),
    "record": ("empty", load_record),
    "everything": ("all_guides", load_record),
}
"""Of each stage, which it stands on, and what is loaded there."""


@dataclass(frozen=True)
class Stages:
    """`folder` is shared by all workers of a session. The test database is empty where none is entered."""

    folder: Path
    blocker: DjangoDbBlocker

    @contextmanager
    def entered(self, name: str) -> Iterator[None]:
        """Test on the stage; what is written there is undone at the end, so no test within has `transaction=True`."""
        with self.blocker.unblock():
            databases.enter(self.image(name))
            try:
                with transaction.atomic(), self.blocker.block():
                    yield
                    transaction.set_rollback(True)
            finally:
                databases.leave(self.image("empty"))

    def empty(self) -> None:
        """Undo all that was committed."""
        databases.enter(self.image("empty"))

    def image(self, name: str) -> Path:
        """The kept database of the stage, made by whoever is first."""
        image = self.folder / name
        with open(self.folder / f"{name}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not image.exists():
                with self.blocker.unblock():
                    self._make(name, image)
        return image

    def copied(self, name: str, to: str) -> str:
        """The DATABASE_URL of a database of its own with what the stage has, for another process."""
        with self.blocker.unblock():
            return databases.copied(self.image(name), to)

    def _make(self, name: str, image: Path) -> None:
        if name in LOADED:
            base, load = LOADED[name]
            databases.enter(self.image(base))
            load()
        databases.keep(image)
        if name in LOADED:
            databases.leave(self.image("empty"))

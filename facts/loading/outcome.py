"""What came of loading a fixture."""

from dataclasses import dataclass, field

from facts.models import Edition


@dataclass(frozen=True)
class Outcome:
    """How many rows of `file` were new, changed, removed or as they were, and which were left to the editors."""

    file: str
    new: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0
    kept: list[str] = field(default_factory=list)
    edition: Edition | None = None

    @property
    def words(self) -> str:
        """In words: "97 new", "2 changed, 95 as they were, 1 left to the editors"."""
        counts = (
            (self.new, "new"),
            (self.changed, "changed"),
            (self.removed, "removed"),
            (self.same, "as they were"),
            (len(self.kept), "left to the editors"),
        )
        return ", ".join(f"{count:,} {what}" for count, what in counts if count)

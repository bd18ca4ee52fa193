"""What a search gives back. Pure: no database."""

from dataclasses import dataclass

from explore.search.entry import As, Kind, Target


@dataclass(frozen=True, slots=True)
class Hit:
    """A career or occupation that was found, and the title by which it was.

    `score` is from 0 to 1 and orders the hits of one answer; it compares nothing across answers.
    """

    target: Target
    title: str
    stands_as: As
    score: float

    @property
    def kind(self) -> Kind:
        """Whether it is a career or an occupation."""
        return self.target.kind

    @property
    def is_its_name(self) -> bool:
        """Whether the title that matched is what it is called, and not another name, a rung or a code."""
        return self.stands_as is As.NAME


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits for what somebody typed, the best first.

    `read_as` holds the words it was read as where spelling was corrected, and is "" otherwise.
    """

    query: str
    read_as: str = ""
    hits: tuple[Hit, ...] = ()

    @property
    def is_corrected(self) -> bool:
        """Whether the words were read otherwise than they were typed."""
        return bool(self.read_as)

    def of_kind(self, kind: str) -> tuple[Hit, ...]:
        """The hits that are careers, or that are occupations."""
        return tuple(hit for hit in self.hits if hit.kind == kind)

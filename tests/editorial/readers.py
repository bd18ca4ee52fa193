"""What readers and programs are given of a career, at each of the addresses that tell of it."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.editorial.acupuncturist import PUBLISHED_BECAUSE, SLUG

Answer = tuple[int, str]
"""Status and body, without following a redirect."""


@dataclass(frozen=True)
class Seen:
    """What an address answers for a career that is public: `words` are in it, and in no answer for one that is not.

    An address of the career's own answers 410 once the career is removed; one of many careers goes on without it; what
    says how things came about keeps its words.
    """

    address: str
    words: str
    is_own: bool = False
    is_history: bool = False


SEEN = (
    Seen(f"/careers/{SLUG}/", "Sets sterile needles and watches for a faint.", is_own=True),
    Seen(f"/careers/{SLUG}.md", "Sets sterile needles and watches for a faint.", is_own=True),
    Seen(f"/careers/{SLUG}/handout/", "Treats pain and illness with thin needles.", is_own=True),
    Seen(f"/api/v1/careers/{SLUG}/", "Sets sterile needles and watches for a faint.", is_own=True),
    Seen(f"/api/v1/careers/{SLUG}/ladder/", "Clinic owner", is_own=True),
    Seen("/figures/needle-leaf-acupuncturist-salary-2/", "$67,500", is_own=True),
    Seen("/api/v1/salaries/needle-leaf-acupuncturist-salary-2/", "67500", is_own=True),
    Seen(f"/changes/feed/?career={SLUG}", PUBLISHED_BECAUSE, is_own=True),
    Seen("/changes/feed/", PUBLISHED_BECAUSE, is_history=True),
    Seen("/changes/1/", "Acupuncturist", is_history=True),
    Seen("/search/?q=licensed+acupuncturist", f'href="/careers/{SLUG}/'),
    Seen("/api/v1/search/?q=licensed+acupuncturist", f"/careers/{SLUG}/"),
    Seen("/api/v1/salaries.csv", "needle-leaf-acupuncturist-salary-2"),
    Seen("/api/v1/careers/", f'"slug":"{SLUG}"'),
    Seen("/sitemap.xml", f"/careers/{SLUG}/"),
    Seen("/careers/", f'href="/careers/{SLUG}/"'),
    Seen("/a-z/", f'href="/careers/{SLUG}/"'),
    Seen("/llms.txt", f"/careers/{SLUG}"),
)


def check_public(get: Callable[[str], Answer]) -> None:
    for seen in SEEN:
        status, body = get(seen.address)
        assert status == 200, seen.address
        assert seen.words in body, seen.address


def check_unknown(get: Callable[[str], Answer]) -> None:
    """As long as nothing of it was published, nobody is told that it is being written."""
    for seen in SEEN:
        status, body = get(seen.address)
        assert status == (404 if seen.is_own else 200) or seen.is_history, seen.address
        assert seen.words not in body, seen.address


def check_removed(get: Callable[[str], Answer], reason: str) -> None:
    for seen in SEEN:
        status, body = get(seen.address)
        assert status == (410 if seen.is_own else 200), seen.address
        assert (seen.words in body) == seen.is_history or seen.is_own, seen.address
        assert reason in body or not seen.is_own, seen.address

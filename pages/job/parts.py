import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from explore.jobs import KeptDocument
from explore.jobs.frozen import PACKAGES
from explore.jobs.record import Cell
from facts.rendering import Made, rendered
from pages.job.aging import next_change
from pages.job.chapters import ANCHORS, CHAPTERS
from pages.job.page import JobPage, lay_out

MADE_WITH = (*PACKAGES, "documents", "pages", "api", "config", "templates")
LOCAL = tuple(chapter for chapter in CHAPTERS if chapter.is_local)
ORDER = {chapter.anchor: place for place, chapter in enumerate(CHAPTERS)}
INDENTS = re.compile(r"\n\s+")  # a fortieth of a long page as it is sent; it has no text that keeps its spaces
FRAGMENTS = ("description", "links", "crumbs", "masthead", "take")


@dataclass(frozen=True, slots=True)
class ChapterPart:
    anchor: str
    html: SafeString

    @property
    def title(self) -> str:
        return ANCHORS[self.anchor]


@dataclass(frozen=True, slots=True)
class JobParts:
    """HTML, but for `url`."""

    url: str
    title: SafeString
    description: SafeString
    links: SafeString
    crumbs: SafeString
    masthead: SafeString
    take: SafeString
    chapters: tuple[ChapterPart, ...]


def parts_of(kept: KeptDocument, place: str = "", cells: Sequence[Cell] = (), year: str = "") -> JobParts:
    """`place`, `cells` and `year` as for `lay_out`."""
    if not (place or year):
        return _whole(kept)
    if not kept.digest:
        return _draw(lay_out(kept.document, place, cells, year))
    here = _draw(lay_out(kept.document, place, cells, year, LOCAL))
    whole = _whole(kept)
    chapters = (each for each in whole.chapters if not CHAPTERS[ORDER[each.anchor]].is_local)
    in_order = sorted(chain(chapters, here.chapters), key=lambda each: ORDER[each.anchor])
    return replace(whole, title=here.title, masthead=here.masthead, chapters=tuple(in_order))


def _whole(kept: KeptDocument) -> JobParts:
    return _from_json(rendered(f"page {kept.job}", kept.digest, MADE_WITH, lambda: _made(kept)))


def _made(kept: KeptDocument) -> Made:
    parts = _draw(lay_out(kept.document))
    return Made(json.dumps(asdict(parts), ensure_ascii=False), next_change(kept.document, timezone.now().date()))


def _from_json(text: str) -> JobParts:
    plain = json.loads(text)
    url, chapters = plain.pop("url"), plain.pop("chapters")
    html = {name: mark_safe(each) for name, each in plain.items()}  # noqa: S308  our templates escaped it
    return JobParts(url=url, **html, chapters=tuple(_chapter(each["anchor"], each["html"]) for each in chapters))


def _draw(page: JobPage) -> JobParts:
    context = {"page": page, "job": page.document, "disputes": page.disputes, "verdicts": page.verdicts}
    fragments = {name: _html(f"pages/job/parts/{name}.html", context) for name in FRAGMENTS}
    chapters = [
        _chapter(each.anchor, _html("pages/job/chapter.html", context | {"shown": each})) for each in page.chapters
    ]
    return JobParts(url=page.document.url, title=escape(page.heading), **fragments, chapters=tuple(chapters))


def _html(template: str, context: dict) -> SafeString:
    return mark_safe(INDENTS.sub("\n", render_to_string(template, context)))  # noqa: S308  the template escaped it


def _chapter(anchor: str, html: str) -> ChapterPart:
    return ChapterPart(anchor, mark_safe(html))  # noqa: S308  our templates escaped it

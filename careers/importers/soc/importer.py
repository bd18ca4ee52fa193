import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from careers.importers.soc.crosswalk import PAIRS, SOURCE, columns_of, load_crosswalk
from careers.importers.soc.structure import COLUMNS, load_definitions, load_structure
from careers.importers.soc.titles import TITLES, load_titles
from careers.models import Occupation
from ingest.releases.cells import HYPHENS
from ingest.releases.columns import HEADER_WITHIN
from ingest.releases.extracts import Extract, extract_rows
from ingest.releases.importer import Importer, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused
from ingest.releases.rows import Row
from ingest.releases.staging import Staging

_VERSION = re.compile(r"\b(20\d\d) (?:SOC|Standard Occupational Classification)\b")
_STRUCTURE, _DEFINITIONS, _TITLES = "major group", "soc definition", "soc direct match title"


@dataclass(frozen=True, slots=True)
class Contents:
    """A version's structure, definitions or titles (`also`), or a crosswalk."""

    versions: tuple[int, ...]
    also: str = ""

    @property
    def slug(self) -> str:
        return self.label.lower().replace(" ", "-")

    @property
    def label(self) -> str:
        """ "2018", "2018 definitions", "2010 to 2018"."""
        return " ".join(filter(None, (" to ".join(map(str, self.versions)), self.also)))


class SocImporter(Importer):
    name = "soc"
    source = {
        "slug": SOURCE,
        "publisher": "US Bureau of Labor Statistics",
        "country": "US",
        "also_called": ["BLS", "U.S. Bureau of Labor Statistics"],
        "title": "Standard Occupational Classification",
        "url": "https://www.bls.gov/soc/",
        "kind": "classification",
        "licence": "public domain",
        "attribution": "US Bureau of Labor Statistics, Standard Occupational Classification",
        "frequency": "about every ten years",
    }
    tables = (PAIRS, TITLES)
    order = 10
    extracts_every_release = True

    def recognises(self, path: Path) -> bool:
        name = path.name.lower()
        return bool(
            re.fullmatch(
                r"soc_(structure_20\d\d|20\d\d_(to_20\d\d_crosswalk|definitions|direct_match_title_file))\.(xlsx?|csv(\.gz)?)",
                name,
            )
        )

    def vintage(self, path: Path, label: str | None) -> Vintage:
        contents = _contents(path)
        if label and label.lower().removeprefix("soc ") != contents.label:
            raise ImportRefused(f"{path.name} is of {contents.label}, not of {label}.")
        return Vintage(contents.slug, contents.label)

    def has_extracts(self, path: Path) -> bool:
        return not _contents(path).also

    def extracts(self, path: Path) -> Iterator[Extract]:
        versions = _contents(path).versions
        columns = columns_of(*versions) if len(versions) > 1 else COLUMNS
        with open_rows(path, head=_has_contents) as rows:
            heading = [" to ".join(f"{version} SOC" for version in versions)]
            # Structures sort first: read after a crosswalk, each would have to set its occupations right.
            folder = "soc-to-soc" if len(versions) > 1 else "soc"
            file = f"{path.name.lower().partition('.')[0]}.csv.gz"
            yield Extract(f"{folder}/{file}", chain([heading], extract_rows(rows, columns)))

    def load(self, path: Path, staging: Staging) -> None:
        contents = _contents(path)
        with open_rows(path, head=_has_contents) as rows:
            if len(contents.versions) > 1:
                older, newer = contents.versions
                load_crosswalk(rows, older, newer, staging)
            else:
                _LOADERS[contents.also](rows, _scheme(contents), staging)


_LOADERS = {"": load_structure, "definitions": load_definitions, "direct match titles": load_titles}


def _contents(path: Path) -> Contents:
    with open_rows(path, head=_has_contents) as rows:
        contents = _contents_of(list(islice(rows, HEADER_WITHIN)))
    if contents is None:
        raise ImportRefused(
            f"{path.name} holds neither a structure, nor definitions, nor a crosswalk, nor titles of a classification."
        )
    return contents


def _has_contents(head: Sequence[Row]) -> bool:
    return _contents_of(head) is not None


def _contents_of(head: Sequence[Row]) -> Contents | None:
    cells = [" ".join(str(cell).translate(HYPHENS).split()) for row in head for cell in row]
    versions = tuple(dict.fromkeys(int(found[1]) for cell in cells if (found := _VERSION.search(cell))))
    headers = {re.sub(r"^20\d\d ", "", cell.lower()) for cell in cells}
    if len(versions) == 2:
        return Contents(versions)
    for header, also in ((_TITLES, "direct match titles"), (_DEFINITIONS, "definitions"), (_STRUCTURE, "")):
        if len(versions) == 1 and header in headers:
            return Contents(versions, also)
    return None


def _scheme(contents: Contents) -> str:
    scheme = f"soc-{contents.versions[0]}"
    if scheme not in Occupation.Scheme.values:
        raise ImportRefused(f"Versions of the classification before 2000 are not kept; this is {contents.label}.")
    return scheme

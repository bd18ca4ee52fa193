from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from serving.static_export.client import Application, ExportedResponse, ask
from serving.static_export.links import has_links, links_in
from serving.static_export.tree import Tree

START = ("/", "/sitemap.xml", "/robots.txt", "/api/v1/")
KEPT = (200, 410)
"""A page that says why a release is withdrawn is a page too."""

BROKEN = 500
INDEX = {"text/html": "index.html", "text/csv": "index.csv"}


class ExportError(Exception):
    """The application failed, so that the site would not be whole."""


@dataclass
class SiteExport:
    """State of an export.

    `without` are path prefixes to skip. `written` and `unchanged` count files;
    `refused` maps addresses to status codes.
    """

    application: Application
    site: str
    tree: Tree
    without: tuple[str, ...] = ()
    waiting: list[str] = field(default_factory=lambda: list(reversed(START)))
    written: int = 0
    unchanged: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.known = set(self.waiting)

    def run(self) -> Iterator[str]:
        """Raises ExportError."""
        while self.waiting:
            address = self.waiting.pop()
            answer = ask(self.application, self.site, address)
            if answer.status >= BROKEN or (address == START[0] and answer.status not in KEPT):
                raise ExportError(f"{self.site}{address} answered {answer.status}.")
            if answer.status in KEPT:
                self._keep(address, answer)
            else:
                self.refused[address] = answer.status
            yield address

    def _keep(self, address: str, answer: ExportedResponse) -> None:
        pieces = answer.pieces
        if has_links(answer.media_type):
            body = b"".join(pieces)
            self._learn(links_in(body, answer.media_type, at=self.site + address))
            pieces = iter([body])
        if answer.media_type == "application/json" and address.endswith("/"):
            self._learn({address.rstrip("/") + ".json"})  # for hosts that know no index but index.html
        if self.tree.keep(file_of(address, answer.media_type), pieces):
            self.written += 1
        else:
            self.unchanged += 1

    def _learn(self, addresses: set[str]) -> None:
        left = {address for address in addresses if address.startswith(self.without)}
        self.left |= left
        new = sorted(addresses - left - self.known, reverse=True)
        self.known.update(new)
        self.waiting += new


def file_of(address: str, media_type: str) -> str:
    """The relative file path for `address`; ExportError outside the tree.

    An address ending in / is a folder with index.html, index.json, index.xml or index.csv.
    """
    name = unquote(address)[1:]
    parts = name.removesuffix("/").split("/") if name else []
    if "\0" in name or not {"", ".", ".."}.isdisjoint(parts):
        raise ExportError(f"{address} is no name for a file.")
    return name if parts and not name.endswith("/") else name + _index_of(media_type)


def _index_of(media_type: str) -> str:
    return INDEX.get(media_type) or f"index.{media_type.replace('+', '/').rpartition('/')[2]}"

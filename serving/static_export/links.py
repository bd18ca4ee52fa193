import json
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from serving.addresses import DESK, HEALTH, READY

ELSEWHERE = (DESK, HEALTH, READY)
"""What is no reader's."""

IN_STYLE = re.compile(r"url\(\s*['\"]?([^'\")]+)")


def links_in(body: bytes, media_type: str, *, at: str) -> set[str]:
    """Site paths linked from the response; none for media types without links."""
    base, paths = urlsplit(at), set()
    for link in _reader_of(media_type)(body):
        try:
            parts = urlsplit(urljoin(at, link.strip()))
        except ValueError:
            continue  # words in brackets, which look like an address and are none
        inside = (parts.scheme, parts.netloc) == (base.scheme, base.netloc)
        if inside and not parts.query and not parts.path.startswith(ELSEWHERE):
            paths.add(parts.path or "/")
    return paths


def has_links(media_type: str) -> bool:
    return _reader_of(media_type) is not _none


def _reader_of(media_type: str) -> Callable[[bytes], Iterable[str]]:
    if media_type in READERS:
        return READERS[media_type]
    return _in_xml if media_type.endswith("xml") else _none


def _none(body: bytes) -> Iterable[str]:
    return ()


def _in_html(body: bytes) -> Iterator[str]:
    for _element, _attribute, link, _position in html.fromstring(body).iterlinks():
        yield link


def _in_xml(body: bytes) -> Iterator[str]:
    for element in etree.fromstring(body, etree.XMLParser(resolve_entities=False)).iter(etree.Element):
        yield from filter(_is_address, (element.text or "", *element.attrib.values()))


def _in_json(body: bytes) -> Iterator[str]:
    waiting = [json.loads(body)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str) and _is_address(value):
            yield value
        elif isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value


def _in_style(body: bytes) -> Iterable[str]:
    return IN_STYLE.findall(body.decode())


def _is_address(text: str) -> bool:
    return text.strip().startswith(("http://", "https://"))


READERS = {"text/html": _in_html, "application/json": _in_json, "text/css": _in_style}

"""The text of a fixture: YAML, bounded in size and depth, and without what could blow it up."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from facts.loading.refusal import Refusal, Refused

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 12
TEXT_TAG = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a fixture's list: the line it starts in and its plain values, or why it has none."""

    line: int
    said: Any = None
    problem: str = ""


def entries(path: Path) -> list[Entry]:
    """The items of the fixture at `path`; Refused where it cannot be read, is too large or is no list."""
    try:
        text = _read(path)
        _look_through(text)
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        raise Refused([Refusal(path.name, f"no YAML: {error.problem}", _line(error.problem_mark))]) from error
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise Refused([Refusal(path.name, f"cannot be read: {error}")]) from error
    if not isinstance(root, yaml.SequenceNode) or not root.value:
        raise Refused([Refusal(path.name, "a fixture is a list of rows, and this has none.")])
    return [_entry(node) for node in root.value]


def _read(path: Path) -> str:
    # Read rather than measured, so that the bound holds for what is no plain file too.
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise Refused([Refusal(path.name, f"is larger than the {MAX_BYTES:,} bytes that are read at most.")])
    return content.decode()


def _look_through(text: str) -> None:
    """Go through the events of `text`, of which none takes memory, before anything is built from it."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if problem := _problem(event, depth):
            raise _NotRead(problem, event.start_mark)


def _problem(event, depth: int) -> str:
    if depth > MAX_DEPTH:
        return f"lists and mappings are nested deeper than {MAX_DEPTH} levels."
    if isinstance(event, yaml.AliasEvent):
        return f"an alias (*{event.anchor}) is not read; write the value out."
    if isinstance(event, yaml.ScalarEvent) and not _can_be_stored(event.value):
        return "a text has a character that no database stores."
    return ""


def _can_be_stored(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _entry(node: yaml.Node) -> Entry:
    line = node.start_mark.line + 1
    try:
        return Entry(line, _Plain().construct_document(node))
    except yaml.MarkedYAMLError as error:
        return Entry(line, problem=f"line {_line(error.problem_mark)}: {error.problem}")
    except (ValueError, OverflowError) as error:
        return Entry(line, problem=str(error))


class _NotRead(yaml.MarkedYAMLError):
    """What YAML allows and a fixture does not have."""

    def __init__(self, problem: str, where: Any):
        super().__init__(problem=problem, problem_mark=where)


class _Plain(SafeConstructor):
    """Plain values from nodes; a mapping's keys are texts, each there once."""

    def construct_mapping(self, node, deep=False):
        for key in _faulty_keys(node):
            raise _NotRead(f"“{key.value}” is there twice or is no text.", key.start_mark)
        return super().construct_mapping(node, deep=deep)


def _faulty_keys(node: yaml.MappingNode) -> Iterator[yaml.Node]:
    seen = set()
    for key, _ in node.value:
        if key.tag != TEXT_TAG or key.value in seen:
            yield key
        else:
            seen.add(key.value)


def _line(mark: Any) -> int | None:
    return mark.line + 1 if mark else None

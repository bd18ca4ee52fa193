"""Rungs beside other servers: requests per second and latency, on one core.

make bench                      with the fixtures alone
RUNGS_DATA=folder make bench    with every official file in the folder

Servers share one core; the load has another. Figures are medians of the rounds. Writes docs/bench.md, and exits with
1 if a goal is missed.
"""

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench import datasette, filling, load, report, servers
from bench.client import ask_well
from bench.databases import postgres_cluster, sqlite
from bench.load import Measured
from bench.results import (
    CACHED_DATASETTE,
    CACHED_RUNGS,
    DATABASES,
    DATASETTE_LIST,
    DATASETTE_QUERY,
    DATASETTE_VIEW,
    EVERYTHING,
    FIXTURES,
    GUIDE,
    LIST,
    POSTGRES,
    SQLITE,
    Measurement,
    Results,
    cold,
    file_of,
    goals,
    minimal,
    unchanged,
    warm,
)
from bench.servers import ROOT, Server

CSV = "CSV"
PAGES = {
    GUIDE: "/careers/medical-records-administrator/",
    "occupation": "/occupations/29-1022/",
    "browse with filters": "/careers/?q=records&median_min=30000&ordering=-median",
    "compare": "/compare/?item=medical-records-administrator&item=health-information-manager",
    "search": "/search/?q=medcal+recrods",
    LIST: datasette.LIST,
    "API career": "/api/v1/careers/medical-records-administrator/",
    CSV: "/api/v1/salaries.csv",
}
FILES = [*((SQLITE, page) for page in PAGES), (POSTGRES, GUIDE)]
"""What nginx has: the answers on SQLite, and the guide's on PostgreSQL."""
BY_HAND = (GUIDE, "occupation", LIST)
"""The pages that the minimal view has."""


@dataclass(frozen=True)
class MeasuredPage:
    server: Server
    address: str
    headers: dict[str, str] = field(default_factory=dict)
    connections: int = load.CONNECTIONS


@contextmanager
def targets(
    size: str, urls: dict[str, str], file: Path, program: Path, folder: Path
) -> Iterator[dict[Measurement, MeasuredPage]]:
    datasette.make_view(file)
    with ExitStack() as running:
        start, pages = running.enter_context, {}
        for database, url in urls.items():
            ours, anew = (
                start(servers.rungs(url, kept_megabytes=filling.KEPT)),
                start(servers.rungs(url, kept_megabytes=0)),
            )
            pages |= {
                Measurement(size, page, warm(database)): MeasuredPage(ours, PAGES[page], connections=_readers_of(page))
                for page in PAGES
            }
            pages |= {
                Measurement(size, page, cold(database)): MeasuredPage(anew, PAGES[page], connections=load.FEW)
                for page in PAGES
            }
            known = {"If-None-Match": ask_well(ours, PAGES[GUIDE]).headers["etag"]}
            pages[Measurement(size, GUIDE, unchanged(database))] = MeasuredPage(ours, PAGES[GUIDE], known)
            by_hand = start(servers.rungs(url, module="bench.minimal"))
            pages |= {
                Measurement(size, page, minimal(database)): MeasuredPage(by_hand, PAGES[page], connections=load.FEW)
                for page in BY_HAND
            }
        tables = start(servers.datasette(program, file))
        rungs = pages[Measurement(size, LIST, warm(SQLITE))].server
        datasette.check_same_rows(rungs, tables, file.stem)
        files = _written(folder, pages, size)
        fronts = start(servers.nginx(folder, {"datasette": tables, "rungs": rungs}))
        query = datasette.query_address(file.stem)
        pages[Measurement(size, LIST, DATASETTE_LIST)] = MeasuredPage(
            tables, datasette.list_address(file.stem), connections=load.FEW
        )
        pages[Measurement(size, LIST, DATASETTE_VIEW)] = MeasuredPage(
            tables, datasette.view_address(file.stem), connections=load.FEW
        )
        pages[Measurement(size, LIST, DATASETTE_QUERY)] = MeasuredPage(tables, query, connections=load.FEW)
        pages[Measurement(size, LIST, CACHED_DATASETTE)] = MeasuredPage(fronts["datasette"], query)
        pages[Measurement(size, LIST, CACHED_RUNGS)] = MeasuredPage(fronts["rungs"], PAGES[LIST])
        pages |= {subject: MeasuredPage(fronts["files"], address) for subject, address in files.items()}
        yield pages


def _readers_of(page: str) -> int:
    """Concurrent clients. CSV is never cached."""
    return load.FEW if page == CSV else load.CONNECTIONS


def _written(folder: Path, pages: dict[Measurement, MeasuredPage], size: str) -> dict[Measurement, str]:
    (folder / "files").mkdir(parents=True)
    folder.chmod(0o755)  # nginx answers as somebody without rights
    addresses = {}
    for database, page in FILES:
        target, name = pages[Measurement(size, page, warm(database))], f"{database} {page}".replace(" ", "-").lower()
        answer = ask_well(target.server, target.address)
        (folder / "files" / name).write_bytes(answer.body)
        if answer.sent != answer.body:
            (folder / "files" / f"{name}.gz").write_bytes(answer.sent)
        addresses[Measurement(size, page, file_of(database))] = f"/{name}"
    return addresses


def _in_turn(everything: dict[Measurement, MeasuredPage]) -> dict[Measurement, MeasuredPage]:
    pages, answering = list(PAGES), list(dict.fromkeys(subject.server for subject in everything))
    order = sorted(everything, key=lambda subject: (pages.index(subject.page), answering.index(subject.server)))
    return {subject: everything[subject] for subject in order}


def measure(everything: dict[Measurement, MeasuredPage], *, rounds: int, seconds: int) -> Results:
    results, measured = Results(), {subject: [] for subject in everything}
    for subject, target in everything.items():
        answers = [ask_well(target.server, target.address, target.headers) for _ in range(8)]  # all is warm then
        results.lengths[subject] = len(answers[-1].body)
    for number in range(rounds):
        for subject, target in everything.items():
            print(f"round {number + 1} of {rounds}: {', '.join(subject):<80}", end="\r", file=sys.stderr, flush=True)
            url, headers = f"{target.server.url}{target.address}", target.headers
            printed = load.press(url, seconds=seconds, connections=target.connections, headers=headers)
            servers.wait_until_idle()
            measured[subject].append(_some(load.read(printed), subject))
    print(f"{'':<100}", end="\r", file=sys.stderr)
    results.measured = {subject: load.median(told) for subject, told in measured.items()}
    return results


def _some(measured: Measured, subject: Measurement) -> Measured:
    if not measured.per_second:
        raise SystemExit(f"Nothing was answered in time; let it last longer (--seconds): {', '.join(subject)}")
    return measured


def _check_bytes(everything: dict[Measurement, MeasuredPage]) -> None:
    """nginx must serve the same bytes as Rungs; streamed pages are compared as text, since their compression varies."""
    files = ((subject, database) for subject in everything for database in DATABASES)
    for subject, database in files:
        if subject.server == file_of(database):
            pair = everything[subject], everything[subject._replace(server=warm(database))]
            answers = [ask_well(options.server, options.address) for options in pair]
            if len({answer.body if subject.page == CSV else answer.sent for answer in answers}) > 1:
                raise SystemExit(f"nginx does not give the same bytes: {', '.join(subject)}")


def main() -> None:
    options = _asked()
    servers.stay_on_core()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    options.kept.mkdir(parents=True, exist_ok=True)
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="rungs-bench-")))
        folder.chmod(0o755)
        cluster, everything = running.enter_context(postgres_cluster()), {}
        for size, data in {FIXTURES: None, EVERYTHING: options.data}.items():
            if size == FIXTURES or data:
                file = sqlite(folder, data, options.kept)
                urls = {SQLITE: f"sqlite:///{file}", POSTGRES: cluster.database(data, options.kept)}
                pages = targets(size, urls, file, options.datasette, folder / size.replace(" ", "-"))
                everything |= running.enter_context(pages)
        _check_bytes(everything)
        everything = _in_turn(everything)
        results = measure(everything, rounds=options.rounds, seconds=options.seconds)
        largest = Measurement(results.sizes[-1], GUIDE, warm(SQLITE))
        results.kept, results.megabytes = filling.fill(everything[largest].server)
    answers = goals(results)
    text = report.section(results, answers, rounds=options.rounds, seconds=options.seconds)
    print(text)
    report.write(text, options.to)
    sys.exit(any(goal.is_missed for goal in answers))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    data = os.environ.get("RUNGS_DATA")
    parser.add_argument("--data", type=Path, default=data and Path(data), help="official files (default: RUNGS_DATA)")
    parser.add_argument("--kept", type=Path, default=ROOT / ".bench", help="where databases with them are kept")
    parser.add_argument("--datasette", type=Path, default=ROOT / ".venv-bench/bin/datasette", help="its program")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (default: 5)")
    parser.add_argument("--seconds", type=int, default=3, help="how long, each time (default: 3)")
    parser.add_argument("--to", type=Path, default=ROOT / "docs/bench.md", help="where the tables are added")
    return parser.parse_args()


if __name__ == "__main__":
    main()

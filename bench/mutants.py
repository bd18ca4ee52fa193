"""Draw small faults in the core and count which the tests notice: make mutants MUTANTS="--count 60 --seed 2"

Works in a copy of the tracked files. Prints the share of faults noticed, and each that was not as a diff; exits with 1
below --least. A fault that changes nothing (an equivalent one) is told apart by who reads the list.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import join

from cosmic_ray.commands.init import _all_work_items
from cosmic_ray.mutating import mutate_and_test, mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_item import MutationSpec, WorkResult

ROOT = Path(__file__).resolve().parent.parent
PYTEST = (str(ROOT / ".venv/bin/python"), "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly")
SECONDS = 600
"""After which tests that hang count as having noticed."""

DRAFTS = (
    "drafts",
    "draft_problems",
    "publishing",
    "conflicts",
    "restore",
    "removed_rows",
    "team",
    "true_words",
    "reading",
)
CLAIMS = (
    "tests/explore/test_fact_checks.py",
    "tests/explore/test_claims_of_pages.py",
    "tests/explore/test_education_claims.py",
)
CORE = {
    "facts/figure.py": ("tests/facts/test_figure.py", "tests/facts/test_display.py", "tests/api/test_figures.py"),
    "facts/comparison.py": ("tests/facts/test_comparison.py", "tests/explore/test_disagreements.py"),
    "explore/fact_check*.py": (*CLAIMS, "tests/api/test_fact_checks.py", "tests/pages/test_fact_checks.py"),
    "explore/disagreement*.py": ("tests/explore/test_disagreements.py", "tests/pages/test_disagreements.py"),
    "explore/readiness/*.py": ("tests/explore/readiness", "tests/pages/test_readiness.py"),
    "ingest/releases/cells.py": ("tests/ingest/releases/test_cells.py", "tests/ingest/releases/test_examples.py"),
    "salaries/importers/oews/[cp]*.py": tuple(
        f"tests/salaries/importers/test_oews{which}.py" for which in ("", "_cases")
    ),
    "editorial/drafting/*.py": tuple(f"tests/editorial/test_{name}.py" for name in DRAFTS),
    "serving/*cache*.py": ("tests/serving/test_response_cache.py", "tests/serving/test_rsgi_server.py"),
}
"""Modules, and the tests that should notice a fault in them."""

COMPARISONS = {"Eq": "NotEq", "NotEq": "Eq", "Is": "IsNot", "IsNot": "Is"}
COMPARISONS |= {"Lt": "LtE GtE", "LtE": "Lt Gt", "Gt": "GtE LtE", "GtE": "Gt Lt"}
SUMS = {"Add": "Sub", "Sub": "Add", "Mul": "Div", "Div": "Mul", "FloorDiv": "Div Mul", "Mod": "FloorDiv", "Pow": "Mul"}
SUMS |= {"BitAnd": "BitOr", "BitOr": "BitAnd", "BitXor": "BitOr", "LShift": "RShift", "RShift": "LShift"}
OF_ALL_KINDS = ("core/ReplaceComparisonOperator_", "core/ReplaceBinaryOperator_")
SLIPS = {
    f"{kind}{one}_{other}"
    for kind, pairs in zip(OF_ALL_KINDS, (COMPARISONS, SUMS), strict=True)
    for one, others in pairs.items()
    for other in others.split()
}
"""Of what the tool replaces by all others of its kind, what somebody may write by mistake. The rest (a sum that is
shifted, names that are put in order) fails at once or changes nothing, and would tell nothing of the tests."""


@dataclass(frozen=True)
class Mutant:
    spec: MutationSpec
    tests: tuple[str, ...]

    @property
    def place(self) -> str:
        line, column = self.spec.start_pos
        return f"{self.spec.module_path}:{line}:{column}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300, help="how many faults are drawn (default: 300)")
    parser.add_argument("--seed", type=int, default=1, help="which are drawn (default: 1)")
    parser.add_argument("--only", default="", help="only in modules whose path begins so")
    parser.add_argument("--least", type=float, default=97, help="percent of them to be noticed (default: 97)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rungs-mutants-") as folder:
        copy_tracked_files(Path(folder))
        os.chdir(folder)
        mutants = draw(options.only, options.count, options.seed)
        check_tests_pass({mutant.tests for mutant in mutants})
        survivors = [mutant for number, mutant in enumerate(mutants, 1) if not _is_noticed(mutant, number)]
    share = 100 * (1 - len(survivors) / max(len(mutants), 1))
    print(f"{len(mutants) - len(survivors)} of {len(mutants)} noticed: {share:.1f}% (seed {options.seed})")
    for survivor in survivors:
        print(f"  not noticed: {survivor.place}")
    sys.exit(share < options.least)


def copy_tracked_files(folder: Path) -> None:
    git = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = subprocess.run(git, cwd=ROOT, capture_output=True, check=True, text=True).stdout  # noqa: S603
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def draw(prefix: str, count: int, seed: int) -> list[Mutant]:
    """At most `count`, each at a place of its own, in the order of their modules."""
    everything = [mutant for pattern, tests in CORE.items() for mutant in _mutants(pattern, tests, prefix)]
    order = random.Random(seed).sample(range(len(everything)), len(everything))
    drawn: dict[str, int] = {}
    for number in order:
        mutant = everything[number]
        if len(drawn) < count and mutant.place not in drawn and _compiles(mutant.spec):
            drawn[mutant.place] = number
    print(f"{len(drawn)} of {len(everything)} faults are drawn", flush=True)
    return [everything[number] for number in sorted(drawn.values())]


def _compiles(spec: MutationSpec) -> bool:
    """A star of a signature is taken for an operator."""
    mutated = mutate_code(spec.module_path.read_text(), get_operator(spec.operator_name)(), spec.occurrence)
    try:
        compile(mutated or "", spec.module_path, "exec")
    except SyntaxError:
        return False
    return bool(mutated)


def _mutants(pattern: str, tests: tuple[str, ...], prefix: str) -> Iterator[Mutant]:
    for path in sorted(Path().glob(pattern)):
        if path.name == "__init__.py" or not str(path).startswith(prefix):
            continue
        annotations = list(_annotations(path.read_text()))
        for item in _all_work_items([path], {}):
            (spec,) = item.mutations
            is_slip = spec.operator_name in SLIPS or not spec.operator_name.startswith(OF_ALL_KINDS)
            if is_slip and not any(start <= spec.start_pos < end for start, end in annotations):
                yield Mutant(spec, tests)


def _annotations(source: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where types are named, which nothing reads as the program runs."""
    for node in ast.walk(ast.parse(source)):
        for name in ("annotation", "returns"):
            if (found := getattr(node, name, None)) is not None:
                yield (found.lineno, found.col_offset), (found.end_lineno, found.end_col_offset)


def check_tests_pass(selections: set[tuple[str, ...]]) -> None:
    """Tests that fail anyway would notice everything."""
    for tests in sorted(selections):
        if subprocess.run([*PYTEST, *tests], stdout=subprocess.DEVNULL).returncode:  # noqa: S603
            sys.exit(f"Without any fault these fail: {join(tests)}")


def _is_noticed(mutant: Mutant, number: int) -> bool:
    result: WorkResult = mutate_and_test([mutant.spec], join([*PYTEST, *mutant.tests]), SECONDS)
    print(f"{number}. {mutant.place} {'noticed' if result.is_killed else 'NOT noticed'}", flush=True)
    if not result.is_killed:
        print(result.diff, flush=True)
    return result.is_killed


if __name__ == "__main__":
    main()

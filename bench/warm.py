"""How many kept answers an edit of one career leaves standing: python -m bench.warm

Keeps answers of a sample of the sitemap's addresses, in this process, from the database of DATABASE_URL; then publishes
an edit of one career there, by bench.editor. Exits with 1 below the goal.
"""

import argparse
import random
import re
import subprocess
import sys
from io import BytesIO

import django

GOAL = 0.95


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, default=1_000, help="how many to keep (default: 1000)")
    django.setup()
    stand, kept = count(parser.parse_args().answers)
    print(f"{stand:,} of {kept:,} kept answers stand after an edit of one career: {stand / kept:.1%}")
    sys.exit(stand < GOAL * kept)


def count(answers: int) -> tuple[int, int]:
    """How many stand, of how many."""
    from django.core.handlers.wsgi import WSGIHandler

    from serving.response_cache import ResponseCache

    cache = ResponseCache(WSGIHandler(), capacity=1_000 * 1024 * 1024)
    sitemap = _ask(cache, "/sitemap.xml").decode().replace("&amp;", "&")
    paths = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", sitemap)
    for path in random.Random(1).sample(paths, min(answers, len(paths))):  # noqa: S311 - the same each time
        for _ in range(2 if "?" in path else 1):  # what has a query is kept when it is asked for again
            _ask(cache, path)
    kept = [*cache.plain, *cache.queried]
    command = [sys.executable, "-m", "bench.editor"]
    subprocess.run(command, input="note Noted.\n", text=True, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    edition = cache.probe.current()
    cache.log.follow(edition)
    return sum(cache.log.stands(response, edition) for response in kept), len(kept)


def _ask(cache: object, address: str) -> bytes:
    path, _, query = address.partition("?")
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost"}
    environ |= {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "wsgi.url_scheme": "http", "wsgi.input": BytesIO()}
    return b"".join(cache(environ, lambda *start: None))


if __name__ == "__main__":
    main()

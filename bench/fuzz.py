"""Ask for whatever may come to somebody's mind, at every address: python -m bench.fuzz --requests 100000 --seed 1

Each is drawn by its number, and what it writes is undone. DATABASE_URL names a loaded database. Prints server errors
with the numbers that met them (`--only 4711` shows one); exits with 1 for any.
"""

import argparse
import os
import random
import re
import string
import sys
import time
import traceback
from collections import Counter, defaultdict
from typing import Any

NONSENSE = (
    *("", " ", "0", "-1", "1e309", "NaN", "Infinity", "9" * 30, "1.5", "½", "٣", "true", "null", "None", "[]", "{}"),
    *("'", '"', "\\", "%", "%00", "\0", "a\0b", "\r\nX: y", "../../etc/passwd", "<script>", "{{7*7}}", "$(id)"),
    *("' OR 1=1 --", "*", "a" * 3_000, "\N{COMBINING ACUTE ACCENT}" * 40, "\N{PILE OF POO}", "\u202e", "\ud800"),
    *("2024-02-30", "0000-00-00", "9999-12-31", "2024-01-01T00:00:00Z", "1,2,3", ",,,", "a:b", "-", "--", "_"),
)
METHODS = ("GET",) * 12 + ("HEAD", "OPTIONS", "POST", "POST", "PUT", "PATCH", "DELETE", "BREW")
TYPES = ("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x", "text/csv", "")
HEADERS = {
    "Accept": ("text/html", "application/json", "text/markdown", "image/png", "*/*;q=x", "text/html;q=0", ",", "é"),
    "Accept-Encoding": ("gzip", "gzip;q=0", "br, gzip;q=0.5", "*;q=0", "identity;q=0", "gzip;q=two"),
    "Accept-Language": ("de", "x" * 500),
    "Cookie": ("sessionid=x", "csrftoken=\x01", "a=b; " * 100, "=", "sessionid"),
    "Host": ("evil.example", "testserver:99999", "", "a b"),
    "If-Modified-Since": ("Tue, 01 Dec 2026 00:00:00 GMT", "yesterday", "0"),
    "If-None-Match": ('"x"', "*", "W/", '"' * 9),
    "Origin": ("null", "https://evil.example"),
    "Range": ("bytes=0-0", "bytes=-1", "bytes=9-1", "bytes=0-0,2-3", "bytes=x", "lines=1-2"),
    "X-Forwarded-For": ("not an address", "::1", "1.2.3.4, 5.6.7.8"),
    "X-Requested-With": ("XMLHttpRequest",),
}
SHOWN = 5
"""Numbers of requests named with each kind of error."""


class Drawn:
    def __init__(self, seed: int) -> None:
        from tests.editorial.addresses import all_addresses

        self.seed = seed
        self.routes = sorted({address.route for address in all_addresses()})
        self.desk = [route for route in self.routes if route.startswith("/admin/")]
        self.public = [route for route in self.routes if not route.startswith("/admin/")]
        self.values = _values()
        self.names = _names()

    def request(self, number: int) -> dict[str, Any]:
        draw = random.Random(f"{self.seed}-{number}")
        is_desk = draw.random() < 0.4
        route = draw.choice(self.desk if is_desk else self.public)
        query = {self._name(draw): self._value(draw) for _ in range(draw.choice((0, 0, 1, 1, 2, 5)))}
        headers = {name: draw.choice(HEADERS[name]) for name in draw.sample(sorted(HEADERS), draw.choice((0, 0, 1, 3)))}
        method = draw.choice(METHODS)
        body = self._body(draw) if method in ("POST", "PUT", "PATCH") else ""
        kind = draw.choice(TYPES)
        is_editor = draw.random() < (0.9 if is_desk else 0.1)
        return {
            "path": self._fill(route, draw),
            "query": query,
            "headers": headers,
            "method": method,
            "body": body,
            "type": kind,
            "is_editor": is_editor,
        }

    def _fill(self, route: str, draw: random.Random) -> str:
        parts = []
        for part in route.replace("<", "\0<").replace(">", ">\0").split("\0"):
            parts.append(self._value(draw).replace("\ud800", "") if part.startswith("<") else part)
        return "".join(parts)

    def _name(self, draw: random.Random) -> str:
        return draw.choice(self.names) if draw.random() < 0.9 else draw.choice(NONSENSE)

    def _value(self, draw: random.Random) -> str:
        if draw.random() < 0.6:
            return draw.choice(self.values)
        if draw.random() < 0.2:
            return "".join(draw.choices(string.printable, k=draw.randint(1, 30)))
        return draw.choice(NONSENSE)

    def _body(self, draw: random.Random) -> str:
        from urllib.parse import urlencode

        fields = {self._name(draw): self._value(draw) for _ in range(draw.randint(0, 6))}
        return draw.choice((urlencode(fields, errors="replace"), repr(fields), self._value(draw)))


def _values() -> list[str]:
    """Texts by which rows are found."""
    from django.apps import apps

    found = set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.name in ("slug", "code", "key", "number", "ticket", "username", "id", "state", "scheme", "kind"):
                rows = model._base_manager.order_by("pk").values_list(field.attname, flat=True)[:12]
                found.update(map(str, rows))
    return sorted(found | {"csv", "json", "svg", "png", "md", "asc", "desc", "bachelor", "US-OH", "nurse", "latest"})


def _names() -> list[str]:
    from django.test import Client

    document = Client().get("/api/v1/schema/", headers={"Accept": "application/json"}).json()
    named = {
        parameter["name"]
        for path in document["paths"].values()
        for parameter in path["get"].get("parameters", ())
        if parameter["in"] == "query"
    }
    pages = {
        "item",
        "q",
        "year",
        "about",
        "edition",
        "claim",
        "verdict",
        "next",
        "has[epic]",
        "now",
        "years",
        "credential",
    }
    desk = {"_changelist_filters", "o", "p", "all", "e", "_popup", "_to_field", "action", "_selected_action", "post"}
    return sorted(named | pages | desk)


class Asker:
    def __init__(self) -> None:
        from django.contrib.auth.models import User
        from django.core.signals import got_request_exception
        from django.test import Client

        self.client = Client(raise_request_exception=False)
        self.editor = User.objects.filter(is_superuser=True).first() or User.objects.create_superuser("fuzz")
        self.problem = ""
        got_request_exception.connect(self._note)

    def _note(self, **_: Any) -> None:
        self.problem = traceback.format_exc()

    def status(self, request: dict[str, Any]) -> int:
        """Undoes what the request wrote."""
        from django.db import transaction

        self.problem = ""
        with transaction.atomic():
            self.client.cookies.clear()
            if request["is_editor"]:
                self.client.force_login(self.editor)
            try:
                return self._ask(request)
            finally:
                transaction.set_rollback(True)

    def _ask(self, request: dict[str, Any]) -> int:
        from urllib.parse import quote, urlencode

        path = f"{quote(request['path'], errors='replace')}?{urlencode(request['query'], errors='replace')}"
        headers = request["headers"]
        if request["is_editor"]:
            headers = {name: value for name, value in headers.items() if name != "Cookie"}
        body = request["body"].encode(errors="replace")
        try:
            response = self.client.generic(
                request["method"], path, body, request["type"] or "application/octet-stream", headers=headers
            )
            if response.streaming:
                for _ in zip(response.streaming_content, range(50), strict=False):
                    pass
            response.close()
        except Exception:  # what no answer was made of at all
            self.problem = traceback.format_exc()
            return 500
        is_refusal = response.status_code == 503 and response.has_header("Retry-After")
        return 429 if is_refusal else response.status_code


def _kind(problem: str) -> str:
    lines = problem.strip().splitlines()
    own = [line.strip() for line in lines if line.strip().startswith("File") and "/site-packages/" not in line]
    places = [line.replace(f"{os.getcwd()}/", "") for line in own if os.getcwd() in line]
    raised = re.sub(r"(['\"]).*", "…", lines[-1] if lines else "no traceback")
    return f"{raised[:160]} | {places[-1] if places else ''}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number to begin with")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="how long at most")
    parser.add_argument("--only", type=int, help="the one request of this number, with its traceback")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ |= {"RUNGS_LOCAL": "1", "RUNGS_LOG_LEVEL": "CRITICAL"}
    import django
    from django.conf import settings

    django.setup()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    drawn, asker = Drawn(options.seed), Asker()
    if options.only is not None:
        request = drawn.request(options.only)
        print(request, asker.status(request), asker.problem, sep="\n")
        return
    numbers = range(options.first, options.first + options.requests)
    sys.exit(_ask_all(drawn, asker, numbers, time.monotonic() + options.seconds))


def _ask_all(drawn: Drawn, asker: Asker, numbers: range, until: float) -> bool:
    statuses: Counter[int] = Counter()
    errors: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        status = asker.status(drawn.request(number))
        statuses[status] += 1
        if status >= 500:
            errors[_kind(asker.problem)].append(number)
        if time.monotonic() > until:
            break
        if (number + 1) % 2_000 == 0:
            print(f"{number + 1 - numbers.start:,} asked, {sum(map(len, errors.values()))} server errors", flush=True)
    counts = ", ".join(f"{status}: {count:,}" for status, count in sorted(statuses.items()))
    print(f"{statuses.total():,} requests over {len(drawn.routes)} routes, seed {drawn.seed}: {counts}")
    for kind, met in sorted(errors.items(), key=lambda item: -len(item[1])):
        print(f"  {len(met)} times {kind} (requests {', '.join(map(str, met[:SHOWN]))})")
    return bool(errors)


if __name__ == "__main__":
    main()

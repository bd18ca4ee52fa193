"""A program of somebody who generated a client: python use_openapi_python_client.py SITE FOLDER"""

import importlib
import json
import pkgutil
import sys

site, folder = sys.argv[1:]
sys.path.insert(0, folder)
made = importlib.import_module("made_by_openapi_python_client")
modules = [found.name for found in pkgutil.walk_packages(made.__path__, f"{made.__name__}.")]
for module in modules:
    importlib.import_module(module)


def asked(module: str, *parts: str, **query: object) -> object:
    call = importlib.import_module(f"{made.__name__}.api.{module}").sync
    return call(*parts, client=made.Client(base_url=site, raise_on_unexpected_status=True), **query)


page = asked("wages.wages", occupation=["29-2072", "29-2071"], place=["US"], release=["may-2024"])
career = asked("careers.one_career", "medical-records-administrator")
refused = asked("wages.wages", occupation=["no-such-code"])
found = {
    "modules": len(modules),
    "median": page.results[0].annual_median,
    "title": career.title,
    "refused": refused.errors[0].code,
}
json.dump(found, sys.stdout)

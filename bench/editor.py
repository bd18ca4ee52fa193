"""Publish what each input line says: python -m bench.editor [KEY OF A SALARY] < lines

A line names what to edit, and the words to put there: "place The States", "note Checked again."
"""

import sys

import django

from bench.edits import KEY, RELEASE


def main(key: str = KEY) -> None:
    from education.models import Credential
    from facts.actions import publishing
    from facts.models import Edition, Place, Release, Source
    from salaries.models import Salary

    texts = {
        "note": (Salary.objects.filter(key=key), "note"),
        "credential": (Credential.objects.filter(slug="rhit"), "name"),
        "source": (Source.objects.filter(slug="bls-oews"), "publisher"),
        "place": (Place.objects.filter(code="US"), "name"),
        "release": (Release.objects.filter(slug=RELEASE), "label"),
    }
    for line in sys.stdin:
        what, _, words = line.strip().partition(" ")
        rows, field = texts[what]
        with publishing(act=Edition.Act.EDIT, reason="Edited.") as publication:
            row = rows.get()
            setattr(row, field, words)
            row.save()
            publication.changed(row)
        print("published", flush=True)


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])

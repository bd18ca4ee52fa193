"""Publish each input line as the note of a salary: python -m bench.editor KEY < lines"""

import sys

import django


def main(key: str) -> None:
    from facts.actions import publishing
    from facts.models import Edition
    from salaries.models import Salary

    for line in sys.stdin:
        with publishing(act=Edition.Act.EDIT, reason="Noted.") as publication:
            salary = Salary.objects.get(key=key)
            salary.note = line.strip()
            salary.save()
            publication.changed(salary)
        print("published", flush=True)


if __name__ == "__main__":
    django.setup()
    main(*sys.argv[1:])

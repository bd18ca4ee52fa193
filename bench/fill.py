"""Copy the guides' salaries up to the number wanted: python -m bench.fill"""

import django


def main(rows: int) -> None:
    from careers.models import Career
    from facts.actions import publishing
    from facts.models import Edition
    from salaries.models import Salary

    missing = max(rows - Salary.objects.count(), 0)
    career = Career.objects.get(slug="medical-transcriptionist")
    with publishing(act=Edition.Act.EDIT, reason="Copies for the benchmark.") as publication:
        for salary in Salary.objects.order_by("pk")[:missing]:
            salary.pk, salary.key, salary.career, salary.level = None, f"{salary.key}-again", career, None
            salary._state.adding = True
            salary.save()
            publication.created(salary)


if __name__ == "__main__":
    from bench.datasette import ROWS

    django.setup()
    main(ROWS)

from collections import Counter

import facts.create_tables
from django.db import migrations, models


def count_claims(apps, schema_editor):
    """What is kept from now on, of the claims that are there."""
    names = ("CheckedClaim", "ClaimCheck", "ClaimTotal", "CheckedPublisher")
    alias = schema_editor.connection.alias  # not always the site's own: manage.py move
    claim, check, total, publisher = (apps.get_model("explore", name).objects.using(alias) for name in names)
    kinds, group = ("publisher", "verdict", "quantity"), ("code", "title")
    groups = check.filter(is_counted=True)
    counts = [(*kind, "", "", count) for *kind, count in counted(claim, *kinds)]
    counts += counted(groups, *(f"claim__{kind}" for kind in kinds), *group)
    columns = (*kinds, *group, "claims")
    total.bulk_create([total.model(**dict(zip(columns, row))) for row in counts], batch_size=100)
    guides = Counter(name for name, _, _ in counted(claim, "publisher", "source_slug"))
    publisher.bulk_create([publisher.model(name=name, guides=count) for name, count in guides.items()])


def counted(rows, *columns):
    return rows.order_by().values_list(*columns).annotate(count=models.Count("pk"))


class Migration(migrations.Migration):
    dependencies = [
        ("explore", "0001_initial"),
    ]

    operations = [
        facts.create_tables.CreateTables(
            operations=[
                migrations.CreateModel(
                    name="CheckedPublisher",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(help_text="Who publishes the guides.", max_length=120, unique=True)),
                        ("guides", models.PositiveIntegerField(help_text="How many guides of theirs make a claim.")),
                    ],
                    options={
                        "ordering": ["name"],
                        "default_permissions": ("view",),
                    },
                ),
                migrations.CreateModel(
                    name="ClaimTotal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("publisher", models.CharField(help_text="Who publishes the guides.", max_length=120)),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("agrees", "agrees with the record"),
                                    ("contradicted", "contradicted by the record"),
                                    ("other_vintage", "another release’s figure"),
                                    ("other_measure", "another measure’s figure"),
                                    ("not_checkable", "cannot be checked here"),
                                    ("near", "a near group, which settles nothing"),
                                ],
                                help_text="What the record makes of them.",
                                max_length=20,
                            ),
                        ),
                        ("quantity", models.CharField(help_text="What they are about.", max_length=20)),
                        (
                            "code",
                            models.CharField(
                                blank=True, help_text="The group’s code; blank for all claims.", max_length=120
                            ),
                        ),
                        ("title", models.CharField(blank=True, help_text="The group’s title.", max_length=250)),
                        ("claims", models.PositiveIntegerField(help_text="How many.")),
                    ],
                    options={
                        "ordering": ["publisher", "verdict", "quantity", "code", "title"],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "title", "publisher", "verdict", "quantity"),
                                name="claim_total_once",
                                violation_error_message="These claims are counted already.",
                            )
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(count_claims, migrations.RunPython.noop),
    ]

"""Every model is in the files, or left out for a reason."""

from django.apps import apps
from django.db import models

from api.export.left_out import APPS, HISTORY, MODELS
from api.export.tables import tables

REACHED = {
    "explore.checkedclaim": "claims",
    "explore.claimcheck": "fact-checks",
    "explore.founddisagreement": "disagreements",
    "explore.foundrankdisagreement": "rank-disagreements",
}


def test_every_model_is_in_a_table_or_left_out_for_a_reason():
    assert missing() == set()


def test_a_model_that_is_in_no_table_is_found():
    from careers.models import Task

    assert missing(without=Task) == {"careers.task"}


def test_what_is_left_out_is_there_and_in_no_table():
    labels = {model._meta.label_lower for model in _models()}
    assert MODELS.keys() <= labels
    assert not MODELS.keys() & _in_tables()
    assert APPS.keys() <= {app.label for app in apps.get_app_configs()}
    assert all(reason.endswith(".") for reason in (*MODELS.values(), *APPS.values(), HISTORY))


def test_every_table_has_a_name_and_a_description_of_its_own():
    made = tables()
    assert len({table.name for table in made}) == len(made)
    assert all(table.description.endswith(".") for table in made)


def missing(*, without: type[models.Model] | None = None) -> set[str]:
    there = _in_tables() - ({without._meta.label_lower} if without else set())
    return {
        model._meta.label_lower
        for model in _models()
        if not (_keeps_history(model) or model._meta.app_label in APPS or model._meta.label_lower in {*MODELS, *there})
    }


def _models() -> list[type[models.Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if not _is_of_a_row(model)]


def _is_of_a_row(model: type[models.Model]) -> bool:
    owner = model._meta.auto_created
    return bool(owner) and owner._meta.label_lower in _in_tables()


def _in_tables() -> set[str]:
    made = {table.name: table for table in tables()}
    shown = {getattr(getattr(table.serializer, "Meta", None), "model", None) for table in made.values()}
    reached = {label for label, name in REACHED.items() if name in made}
    return {model._meta.label_lower for model in shown if model} | reached


def _keeps_history(model: type[models.Model]) -> bool:
    return hasattr(model, "history_date") or model._meta.model_name.startswith("historical")

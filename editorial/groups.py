from typing import Any

from django.apps import apps as all_apps
from django.contrib.auth.management import create_permissions
from simple_history.models import HistoricalChanges

AUTHORS = "Authors"
PUBLISHERS = "Publishers"

#: What authors may not do with what they may edit.
FOR_PUBLISHERS = ("publish_draft",)


def grant_to_editors(sender: Any, apps: Any = all_apps, using: Any = "default", **signal: Any) -> None:
    """Publishers get every permission on the models of `sender` if its config sets `is_edited`; Authors all but
    publishing.
    """
    if not getattr(sender, "is_edited", False):
        return
    try:
        groups, permissions = apps.get_model("auth", "Group").objects, apps.get_model("auth", "Permission").objects
    except LookupError:
        return  # accounts are not migrated yet
    create_permissions(sender, using=using, apps=apps, verbosity=0)
    kept = [model._meta.model_name for model in sender.get_models() if not issubclass(model, HistoricalChanges)]
    all_kept = permissions.using(using).filter(content_type__app_label=sender.label, content_type__model__in=kept)
    for name, granted in ((AUTHORS, all_kept.exclude(codename__in=FOR_PUBLISHERS)), (PUBLISHERS, all_kept)):
        groups.using(using).get_or_create(name=name)[0].permissions.add(*granted)

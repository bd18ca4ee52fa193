"""What a check finds wrong, as texts."""

from collections.abc import Callable, Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


def problems_of(check: Callable[[], object]) -> list[str]:
    """The problems that `check()` raises as a ValidationError, each after its field; none where it raises nothing."""
    try:
        check()
    except ValidationError as error:
        return list(_told(error))
    return []


def _told(error: ValidationError) -> Iterator[str]:
    if not hasattr(error, "error_dict"):
        yield from error.messages
        return
    for name, messages in error.message_dict.items():
        yield from (message if name == NON_FIELD_ERRORS else f"{name}: {message}" for message in messages)

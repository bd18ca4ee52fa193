from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.utils import ErrorDict

from editorial.admin.form import CuratedForm

#: Fields that stand once on the page, for all of its parts.
OF_THE_PAGE = ("why", "correction_kind", "cause")


class CheckedForm(CuratedForm):
    """A form that says what is wrong only once it was checked: showing it is no reason to."""

    has_been_checked = False

    def full_clean(self) -> None:
        self.has_been_checked = True
        super().full_clean()

    def show_as_typed(self) -> None:
        if not self.has_been_checked:
            self._errors: Any = ErrorDict()

    @property
    def known_errors(self) -> dict[str, Any]:
        return self.errors if self.has_been_checked else {}

    def words_of(self, name: str) -> list[str]:
        return [str(word) for word in self.known_errors.get(name, ())]

    @property
    def whole_words(self) -> list[str]:
        return self.words_of(NON_FIELD_ERRORS)

    @property
    def page_words(self) -> list[str]:
        """What is wrong with what the page says of all parts."""
        return [word for name in OF_THE_PAGE for word in self.words_of(name)]

    def all_words(self) -> dict[str, list[str]]:
        """What is wrong, by the name that the browser knows the field by; "" for the whole part."""
        return {
            "" if name == NON_FIELD_ERRORS else self.add_prefix(name): self.words_of(name) for name in self.known_errors
        }

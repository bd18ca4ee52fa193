from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.a_to_z import read_a_to_z
from pages.lists import Misread


@require_safe
def a_to_z(request: HttpRequest) -> HttpResponse:
    """Every title that begins with one letter: `?letter=m`, the first there is where none is asked for."""
    letters = read_a_to_z()
    asked = request.GET.get("letter", "").upper()
    letter = asked if asked in letters else next(iter(letters), "")
    off = [Misread.of("Letter", asked, "No title here begins with it.")] if asked not in ("", letter) else []
    context = {
        "letters": [(name, len(rows)) for name, rows in letters.items()],
        "letter": letter,
        "rows": letters.get(letter, []),
        "misread": off,
    }
    return render(request, "pages/a-to-z.html", context)

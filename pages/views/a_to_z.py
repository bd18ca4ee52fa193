from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from explore.a_to_z import read_a_to_z
from explore.filters.problems import shown


@require_safe
def a_to_z(request: HttpRequest, letter: str = "") -> HttpResponse:
    letters = read_a_to_z()
    if letter and letter not in letters:
        raise Http404(f"No title here begins with {shown(letter)}.")
    letter = letter or next(iter(letters), "")
    counts = [(name, len(rows)) for name, rows in letters.items()]
    return render(request, "pages/a-to-z.html", {"letters": counts, "letter": letter, "rows": letters.get(letter, [])})

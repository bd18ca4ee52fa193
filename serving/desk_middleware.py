"""Public requests skip all of these."""

from collections.abc import Callable

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponseBase
from simple_history.middleware import HistoryRequestMiddleware

from accounts.sessions import end_if_old
from serving.addresses import DESK
from serving.outage_page import outage_page

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def is_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(DESK)


class _AtTheDesk:
    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return (super().__call__ if is_desk(request) else self.get_response)(request)  # type: ignore


class Sessions(_AtTheDesk, SessionMiddleware):
    """Who was here before."""


class Logins(_AtTheDesk, AuthenticationMiddleware):
    """Who that is."""


class _SessionAges:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            end_if_old(request)
        except DatabaseError as error:
            if page := outage_page(error):
                return page
            raise
        return self.get_response(request)


class SessionAges(_AtTheDesk, _SessionAges):
    """Whether they were here too long ago."""


class Messages(_AtTheDesk, MessageMiddleware):
    """What the next page tells them."""


class _Histories:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response, self._telling = get_response, HistoryRequestMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._telling(request)


class Histories(_AtTheDesk, _Histories):
    """Whose hand the history of a row names."""

import json
import logging
import sys

from config.logs import JsonFormatter


def line(message="%s asked", *args, error=None, **extra) -> dict:
    record = logging.LogRecord("rungs", logging.WARNING, __file__, 1, message, args, error)
    record.__dict__.update(extra)
    text = JsonFormatter().format(record)
    assert "\n" not in text
    return json.loads(text)


def test_a_record_is_one_object_on_one_line():
    told = line("“%s” asked\ntwice", "who", status_code=404)
    assert told.pop("time").endswith("+00:00")
    assert told == {"level": "WARNING", "logger": "rungs", "message": "“who” asked\ntwice", "status": 404}


def test_an_error_has_its_traceback():
    try:
        raise ValueError("wrong")
    except ValueError:
        told = line("broken", error=sys.exc_info())
    assert told["traceback"].endswith("ValueError: wrong")


def test_a_wrong_host_is_one_line(client, caplog):
    client.raise_request_exception = False
    assert client.get("/healthz", HTTP_HOST="evil.example").status_code == 400
    (record,) = caplog.records
    assert "evil.example" in record.getMessage()
    assert "\n" not in logging.Formatter().format(record)

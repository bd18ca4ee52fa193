"""The log, in lines for people or in JSON for programs."""

import json
import logging
from datetime import UTC, datetime

FORMATTERS = {
    "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    "json": {"()": "config.logs.JsonFormatter"},
}


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, and the status and traceback where there are any."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as such a line."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "status": getattr(record, "status_code", None),
            "traceback": self.formatException(record.exc_info) if record.exc_info else None,
        }
        return json.dumps({name: value for name, value in told.items() if value is not None}, ensure_ascii=False)

"""A thin client of the Rungs API, typed from its schema. Nothing but the standard library is needed."""

from rungs_client.asking import Problem, RungsError
from rungs_client.lists import Rungs
from rungs_client.rows import Rows

__all__ = ["Problem", "Rows", "Rungs", "RungsError"]

from salaries.models.salary import Salary
from salaries.models.wage import Wage

__all__ = ["Salary", "Wage"]

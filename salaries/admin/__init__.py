from django.contrib import admin

from careers.admin.ladder import LadderAdmin
from salaries.admin.level_pay import LevelPayInline
from salaries.admin.salary import SalaryAdmin
from salaries.admin.wage import WageAdmin
from salaries.models import Salary, Wage

admin.site.register(Salary, SalaryAdmin)
admin.site.register(Wage, WageAdmin)

LadderAdmin.from_above.append(LevelPayInline)

from django.core.management.commands.migrate import Command as DjangoCommand

from facts.autodetector import ConstraintsInTables


class Command(DjangoCommand):
    autodetector = ConstraintsInTables

from django.core.management.commands.makemigrations import Command as DjangoCommand

from facts.autodetector import ConstraintsInTables


class Command(DjangoCommand):
    autodetector = ConstraintsInTables

from django.core.management.commands.migrate import Command as DjangoCommand

from facts.autodetector import TablesAtOnce


class Command(DjangoCommand):
    autodetector = TablesAtOnce

from django.core.management.commands.makemigrations import Command as DjangoCommand

from facts.autodetector import TablesAtOnce


class Command(DjangoCommand):
    autodetector = TablesAtOnce

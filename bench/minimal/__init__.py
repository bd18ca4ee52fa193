"""The same pages as a minimal Django project would write them: the same queries, one flat template, nothing else."""

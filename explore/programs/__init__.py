"""Programs of schools: who teaches what leads to a job, what a year costs, what graduates earn and owe."""

"""Small pages and pictures for other sites: a figure, a chart of a job, jobs side by side."""

"""How lists are narrowed and sorted, for pages and API alike. No HTTP: a filter takes a QueryDict and a queryset.

filters = CareerFilter(data=request.GET, queryset=yardstick.careers())
filters.qs          the list, narrowed and sorted by everything that makes sense
filters.problems    everything that does not, each with parameter, code and message
"""

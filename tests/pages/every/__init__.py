"""Every page there is for readers, on two stages, and the checks that each must pass on both.

addresses   one address or more for each template, with data and without
stages      the rows those addresses ask for
answers     what the site answers, without a server
browser     the same answers in a real browser, and what is wrong with them there
"""

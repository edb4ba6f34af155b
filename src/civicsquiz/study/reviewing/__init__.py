"""Reviewing: which items are asked today, and what is known on a day to come. Nothing here writes.

limits      how much a day has, and what of it was done
deck        a learner's cards, read as they are needed
at_hand     the items that cards speak of, out of the banks of the library
queue       what is asked, in which order; pure
sitting     the queue of a day, put together out of deck and library
typed       choices that are known, asked as words to be typed
confident   what was answered wrong by somebody who was certain
outlook     what is due on the days to come
plan        towards an exam: what to do a day, and what will be known
simulation  the days until then, lived through many times
topics      the order in which a tutor asks
"""

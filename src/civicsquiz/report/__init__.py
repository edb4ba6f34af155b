"""Reports: what a learner's log adds up to, as plain data and as tables. Nothing here is kept: all of
it follows from the log, the cards and the library.

**The first answer is what reports count**: of each item in each session the first answer, even if it
was taken back later. Second tries, and items that come again in a session, are not counted.
"""

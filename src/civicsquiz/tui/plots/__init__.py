"""Plots: plain data set as lines of a given width, at most so many. Shapes tell what is what, so that
they read without colour too; a table of the same figures is one key away.

They are drawn here and not by a library: a plot of 76 by 12 characters has no room for frames, ticks
at odd values and lines that hide one another, and without colour its curves would look alike.
"""

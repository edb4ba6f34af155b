"""A civics quiz for the terminal in which every answer opens the passage that proves it."""

__version__ = "0.1.0"

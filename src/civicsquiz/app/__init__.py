"""What puts the program together, for the commands and the tests: `App`."""

from civicsquiz.app.sessions import App

__all__ = ["App"]

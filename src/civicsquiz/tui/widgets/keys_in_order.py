"""Keys take effect in a field in the order in which they were pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual.widget import Widget as _Field
else:
    _Field = object


class KeysInOrder(_Field):
    """Mixed into a field, before Textual's class. Textual inserts letters at once, but runs what is bound
    to a key of the field only after the key has gone up to the app: of what is pressed fast, or while
    the program is busy, Backspace would come after the letters that follow it
    (https://github.com/Textualize/textual/issues/6605)."""

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable:
            return
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            own = not binding.priority and "." not in binding.action
            if own and await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return

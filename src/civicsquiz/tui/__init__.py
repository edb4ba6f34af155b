"""The screens. The only folder that imports Textual; nothing of the quiz lives here."""

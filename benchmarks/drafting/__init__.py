"""How good the drafts are: blind rating of drafts among human-written items and planted flaws."""

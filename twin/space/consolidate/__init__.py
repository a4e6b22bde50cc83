"""Consolidation: which floors and buildings to give up, who sits where, what it costs, with a proven bound."""

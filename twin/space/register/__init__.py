"""The office register: who owns, who may use, what changes hands, and the dated rules that watch over it."""

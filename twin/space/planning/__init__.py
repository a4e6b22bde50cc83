"""From the live model to a consolidation plan and back: pooled rooms in, real rooms, moves and released area out."""

"""What the service answers from memory: rows, pages, figures, cards and finds, all of a view that is narrowed already."""

"""The parts of a printed floor plan: where it lies on the sheet, what is filled, doors, labels, and the sheet's own marks."""

"""The plans of the samples as data: compounds, rooms of floors, names of organs."""

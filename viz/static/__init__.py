"""The built page: made by `python -m viz.bundle`, never written by hand."""

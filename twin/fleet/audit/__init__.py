"""Supervision: the track of a vehicle beside the order it was driven on, each deviation explained."""

"""How far it is out of a building: from every room to the nearest exit of its floor, on the walking graph."""

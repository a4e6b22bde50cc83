"""The city round the compound: streets, waters, sites with buildings given by tables, car parks, shuttle stops, institutions."""

"""Assignment: things into places of limited room, with wishes of single things and of pairs; one compiled kernel for all."""

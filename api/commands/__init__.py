"""The commands of the program, one file each: `arguments` declares what it takes, `run` does it."""

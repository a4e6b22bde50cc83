"""From one place or many to many: times and distances, the nearest few, and how far one comes in a time."""

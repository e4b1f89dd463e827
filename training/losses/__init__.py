"""Loss terms of the three systems and of the mask head, one file each."""

"""Result layers: their fields, how they are drawn, labelled and placed in time."""

"""Panel that reviews a result tile by tile."""

"""Links to other sites: which there are, and whether something is still there."""

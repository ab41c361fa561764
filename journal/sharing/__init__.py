"""What of a journal somebody else may see, and the ways in which it reaches them."""

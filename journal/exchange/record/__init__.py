"""The complete record: a file that holds everything a journal keeps, and the way back."""

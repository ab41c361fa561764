"""What the record shows, as frozen results; frames stay inside, nothing is guessed in between."""

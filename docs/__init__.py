"""What is said about the journal, and the script that pictures it."""

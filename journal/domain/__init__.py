"""What is recorded, and the rules for it: plain values, standard library only."""

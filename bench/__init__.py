"""How fast the journal is, against a bare page measured in the same run."""

"""What was a hard run (SCIENCE X2): one file a rule, verdicts.py asks them in turn."""

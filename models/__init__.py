"""What is true: the tables, the rules over them, the counters, and the only way to the database."""

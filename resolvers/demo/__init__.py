"""A demo agency: invented people in believable offices, with SKP in every status."""

"""Who did what to whom, when and where, in French-language news, as a table."""

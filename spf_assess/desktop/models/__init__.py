"""Item models: what lists and tables show, and what of it is read out."""

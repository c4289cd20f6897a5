"""Words and names as checked, typed tables. One module a stage; `tables` reads the files."""

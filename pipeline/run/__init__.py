"""The order of the stages, for one article (`stages`) or a whole run (`runner`)."""

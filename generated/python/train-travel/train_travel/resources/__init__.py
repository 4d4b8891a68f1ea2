"""One module a collection; reach them through a client."""

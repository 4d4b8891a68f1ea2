"""Pages of a documentation, downloaded into a folder and kept current."""

"""Two versions of an API compared by meaning: what changed, and what that does to callers."""

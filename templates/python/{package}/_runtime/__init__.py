"""What every generated package shares; its modules are imported where they are needed."""

"""What earlier runs worked out, kept on disk: it saves time and never changes a result."""

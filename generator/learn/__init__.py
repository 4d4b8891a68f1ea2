"""Recorded traffic -> sample answers without secrets, and drift: where pages and service differ."""

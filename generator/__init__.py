"""docs2sdk: reads API documentation pages and writes SDKs."""

from __future__ import annotations

__version__ = "0.1.0"

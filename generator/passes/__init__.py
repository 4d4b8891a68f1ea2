"""Operations become one checked Api: resources, names, recovered shapes, models."""

from __future__ import annotations

"""The rows of the tables in ``tests/tables``."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "tables"


def table_rows(name: str) -> list[tuple[str, ...]]:
    """The cells of each row of ``tables/<name>.md``, the two lines of the head aside."""
    lines = (FOLDER / f"{name}.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("|")]
    return [tuple(cell.strip() for cell in row[1:-1].split("|")) for row in rows[2:]]

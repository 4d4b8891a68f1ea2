"""Recorded traffic made for tests, and a small API it may belong to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PAGES = {
    "operation-listpets": """# List pets

**GET /v1/pets**

## Servers
- https://api.shop.test/base: https://api.shop.test/base ()

## Parameters

### Query parameters
- **limit** (integer)
  How many.
- **tags[]** (array[string])
  Which.

## Responses

### 200
OK

#### Body: application/json (array[object])
""",
    "operation-getpet": """# Get a pet

**GET /v1/pets/{petId}**

## Servers
- https://api.shop.test/base: https://api.shop.test/base ()

## Parameters

### Path parameters
- **petId** (string)
  Its id.

## Responses

### 200
OK

#### Body: application/json (object)
- **id** (string(uuid))
  Its id.
- **status** (string)
  One of `sold` or `free`.
- **weight** (number | null)
  In kilos.
- **owner** (object)
  Who has it.
- **friends** (array[string])
  Other pets.

### 4XX
No such pet.

#### Body: application/json (object)
- **code** (integer)
  Why.

### 204
Gone.
""",
    "operation-addpet": """# Add a pet

**POST /v1/pets**

## Servers
- https://api.shop.test/base: https://api.shop.test/base ()

## Parameters

### Body: application/json (object)
- **name** (string)
  Its name.

## Responses

### 201
Added

#### Body: application/json (object)
- **id** (string)
  Its id.
""",
}
"""The pages of an API at https://api.shop.test/base, by name."""

HOST = "https://api.shop.test/base"

PET = {
    "id": "5b3e1f0a-91c2-4c55-8f6e-0b8f6a1c2d3e",
    "status": "sold",
    "weight": 1.25,
    "owner": {"email": "ada@shop.test"},
    "friends": ["Rex"],
}


def write_api(folder: Path) -> Path:
    """The pages in a folder."""
    folder.mkdir(parents=True)
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def entry(
    method: str, url: str, status: int = 200, body: object = None, **request: Any
) -> dict[str, Any]:
    """One entry as browsers save it; ``body`` is answered as JSON, ``None`` without one."""
    content: dict[str, Any] = {"size": 0, "mimeType": "application/json"}
    if body is not None:
        content |= {"text": json.dumps(body)}
    return {
        "startedDateTime": "2024-05-17T08:15:30.000Z",
        "request": {"method": method, "url": url, "httpVersion": "h2", **request},
        "response": {"status": status, "content": content, "_transferSize": 1},
        "_priority": "High",
    }


def har(*entries: object) -> dict[str, Any]:
    """An archive of entries."""
    return {"log": {"version": "1.2", "creator": {"name": "x"}, "entries": list(entries)}}


def write_har(file: Path, *entries: object) -> Path:
    """An archive as a file."""
    file.write_text(json.dumps(har(*entries)), encoding="utf-8")
    return file

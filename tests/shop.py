"""A small API of four pages and a root, and what becomes of it under an ``api.toml``."""

from __future__ import annotations

from generator.config_file import parse_config
from generator.diagnostics import Diagnostics
from generator.ir import Api
from generator.pipeline import Documents, read_api
from generator.source import Source

_HEAD = """
## Servers
- https://shop.example: https://shop.example ()

## Authentication methods
- Api key

"""

_PET = """
#### Body Parameters: application/json (object)
- **id** (string)
  Its number.
- **kind** (string)
  What it is. One of `cat` or `dog`.
- **weight** (string)
  How heavy it is.
- **owner** (object)
  Whose it is.
"""

_PAGES = {
    "operation-create_pet.md": f"""# Create pet

**POST /pets**
{_HEAD}## Parameters

#### Body: application/json (object)
- **kind** (string)
  What it is. One of `cat` or `dog`.
- **owner** (object)
  Whose it is.

## Responses

### 201: Created
{_PET}""",
    "operation-fetch_pet.md": f"""# Fetch pet

**GET /pets/{{petId}}**
{_HEAD}## Parameters

#### Path parameters
- **petId** (string) Required
  Its number.

## Responses

### 200: The pet
{_PET}""",
    "operation-list_pets.md": f"""# List pets

**GET /pets**
{_HEAD}## Parameters

#### Query parameters
- **after** (string)
  Where to go on.
- **limit** (integer)
  How many.
- **tags** (array[string])
  Only those with all of them.
- **filter** (object)
  What else.

## Responses

### 200: The pets

#### Body Parameters: application/json (object)
- **pets** (array[object])
  The pets.
- **next** (string)
  Where to go on.
""",
    "operation-count_pets.md": f"""# Count pets

**GET /counts**
{_HEAD}## Responses

### 200: How many

#### Body Parameters: application/json (object)
""",
    "operation-purge_pets.md": f"""# Purge pets

**DELETE /pets**
{_HEAD}## Responses

### 204: Gone
""",
}


_FOOTER = "\n[Powered by Bump.sh](https://bump.sh)\n"
PAGES = {name: text + _FOOTER for name, text in _PAGES.items()}


def shop_with(text: str, *, pages: tuple[str, ...] = ()) -> tuple[Api | None, Diagnostics]:
    """The API, all of it or some pages alone, and what was found about it."""
    found = Diagnostics()
    config = parse_config(Source(path="api.toml", text=text), found)
    if config is None:
        return None, found
    names = pages or tuple(PAGES)
    sources = tuple(Source(path=f"specs/shop/{one}", text=PAGES[one]) for one in names)
    documents = Documents(name="shop", sources=sources, config=config, whole=not pages)
    return read_api(documents, found), found


def shop(text: str) -> Api:
    """The API, which must be without a fault."""
    api, found = shop_with(text)
    assert api is not None, [str(one) for one in found]
    return api

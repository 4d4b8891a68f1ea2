"""What breaks old callers of the generated code is called breaking; what is not seen has a reason."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import griffe
import pytest
from diff_callers import callers_file
from diff_cases import CASES, FOLDER, version

from generator.emit.pack import load_pack, shipped_templates
from generator.ir import Api
from generator.pipeline import emit_api

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent

BEYOND_CODE = {
    # kind: why neither a type checker nor griffe can see what it breaks
    "api": "",
}


@pytest.fixture(scope="module")
def sdks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both SDKs of every case, and the file of old calls beside them."""
    folder = tmp_path_factory.mktemp("sdks")
    (folder / "calls").mkdir()
    for case in CASES:
        old, new = version(case, "old"), version(case, "new")
        write(old, folder / "old")
        write(new, folder / "new")
        (folder / "calls" / f"calls_{old.name}.py").write_text(callers_file(old))
    return folder


def write(api: Api, folder: Path) -> None:
    """The package alone, as the pack renders it; nobody reads it, so it is not formatted."""
    pack = load_pack("python", (shipped_templates(),))
    from generator.emit.api_view import api_view
    from generator.emit.plan import plan
    from generator.emit.render import render

    for one in render(plan(api_view(api, pack), pack), pack):
        if one.path.startswith(("tests/", "README", "REFERENCE")):
            continue
        file = folder / one.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text)

"""``config-schema``: what ``api.toml`` may say, for editors."""

from __future__ import annotations

from generator.cli.group import main
from generator.cli.output import print_text


@main.command(name="config-schema", short_help="Print the JSON Schema of api.toml.")
def config_schema() -> None:
    """Print the JSON Schema of api.toml, by which editors complete and check it.

    \b
    Example:
      docs2sdk config-schema > .docs2sdk.schema.json
    """
    from generator.config_schema import config_schema as schema_text

    print_text(schema_text().rstrip("\n"))

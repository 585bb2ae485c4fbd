"""What there is, is documented."""

from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from canbo.cli import COMMANDS, door
from canbo.graph.register.tables import COLUMNS

ROOT = Path(__file__).parent.parent
HANDBOOK = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_handbook(command: str) -> None:
    assert f"canbo {command}" in HANDBOOK


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_each_of_its_options_has_help(command: str) -> None:
    found = door.get_command(Context(door), command)
    assert found is not None
    assert found.help
    silent = [
        option.name
        for option in found.params
        if option.param_type_name == "option" and not getattr(option, "help", None)
    ]
    assert silent == []
    assert CliRunner().invoke(door, [command, "--help"]).exit_code == 0


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_every_table_of_the_register_is_documented_with_its_columns(table: str) -> None:
    page = (ROOT / "docs" / "register.md").read_text(encoding="utf-8")
    assert f"\n{table}: {COLUMNS[table]}\n" in page

"""What there is, is documented."""

from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from canbo.cli import COMMANDS, door

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

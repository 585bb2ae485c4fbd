"""Every rule, clue and reason is shown in words."""

import ast
import csv
import json
from pathlib import Path

from rdflib import SKOS, Graph, URIRef

from canbo.commands.rule_words import CLUE_WORDS, REASON_WORDS, RULE_WORDS, say_rule
from canbo.graph.reading.model import Clue
from canbo.graph.reading.reader import read_statements
from canbo.ontology.iris import concept_iri

ROOT = Path(__file__).parents[2]
READING = ROOT / "graph" / "reading"
GOLD = ROOT / "tests" / "graph" / "reading" / "gold"


def test_every_rule_and_reason_met_in_the_gold_passages_has_words() -> None:
    for path in sorted(GOLD.glob("*-a.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            case = json.loads(line)
            reading = read_statements(case["text"], case["published"])
            told = [one.rule for one in reading.holdings]
            told += [one.rule for one in reading.documents]
            told += [one.rule for one in reading.actions]
            told += [one.rule for one in reading.events]
            told += [one.rule for one in reading.changes]
            rules = {part for rule in told for part in rule.split("+")}
            unsaid = {rule for rule in rules if not rule.startswith("verb: ")} - set(RULE_WORDS)
            assert not unsaid
            assert {one.reason for one in reading.unread} <= set(REASON_WORDS)


def test_every_rule_that_changes_a_status_has_words() -> None:
    calls = [
        node
        for path in READING.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id == "change"
    ]
    assert calls
    rules = {ast.literal_eval(call.args[-1]) for call in calls}
    assert rules <= set(RULE_WORDS)


def test_every_rule_of_the_table_of_changes_has_words() -> None:
    with (READING / "lexicon" / "changes.csv").open(encoding="utf-8") as table:
        assert {row["name"] for row in csv.DictReader(table)} <= set(RULE_WORDS)


def test_every_clue_has_words_and_is_a_concept_of_the_scheme() -> None:
    scheme = Graph().parse(ROOT / "ontology" / "schemes" / "clue.ttl")
    concepts = {str(subject) for subject in scheme.subjects(SKOS.topConceptOf, None)}
    assert {str(URIRef(concept_iri("clue", clue))) for clue in Clue} == concepts
    assert set(CLUE_WORDS) == set(Clue)


def test_a_rule_without_words_is_shown_as_it_is_called() -> None:
    assert say_rule("name-title+new") == "tên, rồi chức vụ; new"

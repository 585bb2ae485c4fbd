"""What the sources tell of is kept, with what belongs to it."""

from canbo.viz.things import Evidence, Fact, Kind, Relation, Thing
from canbo.viz.told import drop_unused, keep_told

PASSAGE = Evidence("e", 0, "lời", 0)
ROW = Evidence("r", -1, "dòng", 0)


def make(*names: str, kind: Kind = Kind.ORGANIZATION) -> dict[str, Thing]:
    return {name: Thing(name, kind, name) for name in names}


def test_a_told_person_brings_what_the_register_knows_of_them() -> None:
    things = make("person", "told post", "other post", "body", "stranger")
    facts = [
        Fact("", Relation.HOLDS, "person", "told post", evidence=(0,)),
        Fact("", Relation.POST_IN, "other post", "body"),
        Fact("", Relation.HOLDS, "person", "other post", evidence=(1,)),
        Fact("", Relation.HOLDS, "stranger", "other post", evidence=(1,)),
    ]
    kept, inside = keep_told(things, facts, (PASSAGE, ROW), None)
    assert kept.keys() == {"person", "told post", "other post", "body"}
    assert facts[3] not in inside


def test_a_body_brings_no_superior_but_keeps_its_name() -> None:
    things = make("cell", "committee", "centre")
    facts = [
        Fact("", Relation.PART_OF, "cell", "committee"),
        Fact("", Relation.PART_OF, "committee", "centre"),
        Fact("", Relation.IMPLEMENTS, "cell", "cell", evidence=(0,)),
    ]
    kept, _ = keep_told(things, facts, (PASSAGE,), None)
    assert kept.keys() == {"cell"}
    assert kept["cell"].parent == "committee"


def test_evidence_that_nothing_rests_on_is_dropped_and_the_rest_renumbered() -> None:
    fact = Fact("", Relation.HOLDS, "a", "b", evidence=(2,))
    things = [Thing("a", Kind.PERSON, "a"), Thing("b", Kind.POST, "b", evidence=(0,))]
    things, (moved,), evidence = drop_unused(things, [fact], (ROW, ROW, PASSAGE))
    assert evidence == (ROW, PASSAGE)
    assert moved.evidence == (1,)
    assert things[1].evidence == (0,)

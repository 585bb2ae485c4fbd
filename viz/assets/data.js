// The payload, unpacked: things and the facts between them, each knowing its evidence.

const PACK = JSON.parse(document.getElementById("payload").textContent);
const KINDS = PACK.kinds;
const COLUMNS = 5;

const text = (number) => PACK.texts[number];

const SOURCES = PACK.sources.id.map((id, n) => ({
  id,
  title: PACK.sources.title[n],
  date: PACK.sources.date[n],
  publisher: PACK.sources.publisher[n],
  url: PACK.sources.url[n],
}));

// A passage of a source, or a row of the register (then there is no source).
const EVIDENCE = PACK.evidence.source.map((source, n) => ({
  source: SOURCES[source] ?? null,
  start: PACK.evidence.start[n],
  quote: text(PACK.evidence.quote[n]),
  prefix: text(PACK.evidence.prefix[n]),
  suffix: text(PACK.evidence.suffix[n]),
  date: text(PACK.evidence.date[n]),
  status: text(PACK.evidence.status[n]),
  inferred: PACK.evidence.inferred[n] === 1,
  notes: PACK.evidence.notes[n].map(text),
}));

const evidenceAt = (places) => places.map((place) => EVIDENCE[place]);

const THINGS = PACK.things.id.map((id, n) => ({
  n,
  id,
  label: PACK.things.label[n],
  kind: KINDS[PACK.things.kind[n]],
  column: PACK.things.column[n],
  row: PACK.things.row[n],
  system: text(PACK.things.system[n]),
  level: text(PACK.things.level[n]),
  seats: text(PACK.things.seats[n]),
  title: text(PACK.things.title[n]),
  symbol: text(PACK.things.symbol[n]),
  date: text(PACK.things.date[n]),
  term: text(PACK.things.term[n]),
  subject: text(PACK.things.subject[n]),
  register: PACK.things.register[n].map(text),
  parent: text(PACK.things.parent[n]),
  candidates: PACK.things.open[n] || [],
  open: PACK.things.open[n] !== 0,
  evidence: evidenceAt(PACK.things.evidence[n]),
  facts: [],
}));

const thingById = new Map(THINGS.map((thing) => [thing.id, thing]));

// What a fact says is in `relation`; `bounds` are the four days of a tenure ("" is unknown).
const FACTS = PACK.facts.relation.map((relation, n) => {
  const fact = {
    n,
    id: text(PACK.facts.id[n]),
    relation: PACK.relations[relation],
    subject: THINGS[PACK.facts.subject[n]],
    object: THINGS[PACK.facts.object[n]],
    bounds: PACK.facts.bounds[n] === 0 ? null : PACK.facts.bounds[n].map(text),
    since: text(PACK.facts.since[n]),
    born: text(PACK.facts.born[n]),
    note: text(PACK.facts.note[n]),
    term: text(PACK.facts.term[n]),
    evidence: evidenceAt(PACK.facts.evidence[n]),
    reasons: PACK.facts.reasons[n].map(([bound, rule, place]) => ({
      bound: PACK.bounds[bound],
      rule: text(rule),
      evidence: EVIDENCE[place],
    })),
  };
  fact.subject.facts.push(fact);
  if (fact.object !== fact.subject) fact.object.facts.push(fact);
  return fact;
});

const otherEnd = (fact, thing) => (fact.subject === thing ? fact.object : fact.subject);

const compareNames = new Intl.Collator("vi").compare;
const firstLabelled = (a, b) => compareNames(a.label, b.label) || a.n - b.n;

// The payload, unpacked: things and the facts between them, each knowing its evidence. It comes in
// columns (see viz/payload.py); what is not needed at once is looked up when it is asked for.

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

const passages = new Map();

// How much of the words around a quote is shown, on either side.
const CONTEXT = 44;

// A passage of a source, or a row of the register (then there is no source). `start` and `end` are in
// code points of the source.
function passageAt(n) {
  if (!passages.has(n)) passages.set(n, makePassage(n));
  return passages.get(n);
}

function makePassage(n) {
  const excerpt = PACK.evidence.excerpt[n];
  const words = text(PACK.excerpts.text[excerpt]);
  const from = PACK.evidence.at[n];
  const to = from + PACK.evidence.length[n];
  const begin = PACK.excerpts.start[excerpt];
  return {
    source: SOURCES[PACK.excerpts.source[excerpt]] ?? null,
    start: begin + codePoints(words.slice(0, from)),
    end: begin + codePoints(words.slice(0, to)),
    quote: words.slice(from, to),
    prefix: words.slice(Math.max(0, from - CONTEXT), from),
    suffix: words.slice(to, to + CONTEXT),
    date: text(PACK.evidence.date[n]),
    status: text(PACK.evidence.status[n]),
    inferred: PACK.evidence.inferred[n] === 1,
    notes: PACK.evidence.notes[n].map(text),
  };
}

const codePoints = (words) => words.replace(/[\ud800-\udbff]/g, "").length;

class Thing {
  facts = [];

  constructor(n) {
    this.n = n;
    this.kind = KINDS[PACK.things.kind[n]];
    this.column = PACK.things.column[n];
    this.row = PACK.things.row[n];
    this.date = text(PACK.things.date[n]);
    this.system = text(PACK.things.system[n]);
    this.level = text(PACK.things.level[n]);
  }

  get id() {
    return PACK.things.id[this.n];
  }
  get label() {
    return PACK.things.label[this.n];
  }
  get seats() {
    return text(PACK.things.seats[this.n]);
  }
  get title() {
    return text(PACK.things.title[this.n]);
  }
  get symbol() {
    return text(PACK.things.symbol[this.n]);
  }
  get term() {
    return text(PACK.things.term[this.n]);
  }
  get subject() {
    return text(PACK.things.subject[this.n]);
  }
  get parent() {
    return text(PACK.things.parent[this.n]);
  }
  get register() {
    return PACK.things.register[this.n].map(text);
  }
  get open() {
    return PACK.things.open[this.n] !== 0;
  }
  get candidates() {
    return PACK.things.open[this.n] || [];
  }
  get evidence() {
    return PACK.things.evidence[this.n].map(passageAt);
  }
}

// What a fact says is in `relation`; `bounds` are the four days of a tenure ("" is unknown).
class Fact {
  constructor(n) {
    this.n = n;
    this.relation = PACK.relations[PACK.facts.relation[n]];
    this.subject = THINGS[PACK.facts.subject[n]];
    this.object = THINGS[PACK.facts.object[n]];
    this.bounds = PACK.facts.bounds[n] === 0 ? null : PACK.facts.bounds[n].map(text);
    this.since = text(PACK.facts.since[n]);
    this.born = text(PACK.facts.born[n]);
  }

  // A tenure is called after its person; only the rest of its name is in the payload.
  get id() {
    const id = text(PACK.facts.id[this.n]);
    return id.startsWith("-") ? `tenure/${this.subject.id.split("/").pop()}${id}` : id;
  }
  get note() {
    return text(PACK.facts.note[this.n]);
  }
  get term() {
    return text(PACK.facts.term[this.n]);
  }
  get evidence() {
    return PACK.facts.evidence[this.n].map(passageAt);
  }
  get reasons() {
    return PACK.facts.reasons[this.n].map(([bound, rule, place]) => ({
      bound: PACK.bounds[bound],
      rule: text(rule),
      evidence: passageAt(place),
    }));
  }
}

const THINGS = PACK.things.id.map((_, n) => new Thing(n));
const FACTS = PACK.facts.relation.map((_, n) => new Fact(n));

for (const fact of FACTS) {
  fact.subject.facts.push(fact);
  if (fact.object !== fact.subject) fact.object.facts.push(fact);
}

let thingsById = null;

function thingById(id) {
  thingsById ??= new Map(THINGS.map((thing) => [thing.id, thing]));
  return thingsById.get(id) ?? null;
}

const otherEnd = (fact, thing) => (fact.subject === thing ? fact.object : fact.subject);

const compareNames = new Intl.Collator("vi").compare;
const firstLabelled = (a, b) => compareNames(a.label, b.label) || a.n - b.n;

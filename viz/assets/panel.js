// The panel beside the picture: all that is known of the thing looked at, and the words that say so.

function thingPanel(thing) {
  const facts = thing.facts.filter(isFactShown);
  return [
    panelHead(thing),
    thing.kind === "post" ? conflictNotice(thing) : null,
    candidateList(thing),
    timeSection(thing, facts),
    GROUPS.map(([relation, isSubject]) =>
      factGroup(
        thing,
        facts.filter((fact) => fact.relation === relation && (fact.subject === thing) === isSubject),
      ),
    ),
    mentionSection(thing, facts),
  ];
}

function panelHead(thing) {
  return el(
    "header",
    { class: "head" },
    el("p", { class: `kind k-${thing.kind}` }, kindMark(thing.kind), oneWord(thing)),
    closeButton(),
    el("h2", { lang: "vi" }, set(thing.label)),
    describe(thing).map((words) => el("p", { class: "about" }, set(words))),
    thing.register.length
      ? el(
          "details",
          { class: "why" },
          el("summary", {}, say("foundAt")),
          el(
            "ul",
            {},
            thing.register.map((place) => el("li", {}, noteOf(place))),
          ),
        )
      : null,
    el(
      "p",
      { class: "actions" },
      el("button", { type: "button", onclick: () => startConnecting(thing) }, say("connect")),
      el("button", { type: "button", onclick: copyAddress }, say("copyLink")),
    ),
  );
}

// What is known of a thing besides its facts, a line each.
function describe(thing) {
  const place = [
    thing.system && conceptWord("system", thing.system),
    thing.level && conceptWord("level", thing.level),
    thing.seats === "one" && say("seatsOne"),
    thing.seats === "many" && say("seatsMany"),
    thing.date && dateWord(thing.date),
    thing.term,
    thing.parent && say("partOf", { name: thing.parent }),
  ]
    .filter(Boolean)
    .join(" · ");
  return [thing.subject, capital(place)].filter(Boolean);
}

const closeButton = () =>
  el(
    "button",
    {
      type: "button",
      class: "close",
      "aria-label": say("close"),
      onclick: () => go({ thing: null, to: null }),
    },
    "×",
  );

const section = (title, ...children) => el("section", {}, el("h3", {}, title), ...children);

function conflictNotice(post) {
  const pairs = conflicts(post);
  if (pairs.length === 0) return null;
  const facts = [...new Set(pairs.flat())];
  return el(
    "section",
    { class: "notice" },
    el("h3", {}, say("conflict")),
    el("p", {}, say("conflictText")),
    el(
      "div",
      { class: "sides" },
      facts.map((fact) => factBlock(post, [fact])),
    ),
  );
}

function candidateList(thing) {
  if (thing.candidates.length === 0) return null;
  const item = ([id, words]) => {
    const known = thingById(id);
    return el(
      "li",
      {},
      known ? el("a", { href: addressOf({ thing: known, to: null }) }, set(words)) : set(words),
    );
  };
  return section(say("candidates"), el("ul", { class: "plain" }, thing.candidates.map(item)));
}

function timeSection(thing, facts) {
  const tenures = facts.filter((fact) => fact.bounds);
  if (tenures.length === 0 || (thing.kind !== "person" && thing.kind !== "post")) return null;
  const strip = timeline(tenures, (fact) => otherEnd(fact, thing).label);
  return strip && section(say("timeline"), strip);
}

// Where a document is mentioned, beyond what the facts above already quote; why it was taken for this one.
function mentionSection(thing, facts) {
  const quoted = facts.flatMap((fact) => fact.evidence);
  const rest = thing.evidence.filter((mention) => !quoted.some((passage) => within(mention, passage)));
  const why = [...new Set(thing.evidence.flatMap((mention) => mention.notes))];
  if (rest.length === 0 && why.length === 0) return null;
  return section(
    say("mentions"),
    why.length
      ? el(
          "ul",
          { class: "plain" },
          why.map((note) => el("li", {}, set(note))),
        )
      : null,
    quoteBlocks(rest),
  );
}

function pathPanel(path) {
  const { thing, to } = state;
  const head = el(
    "header",
    { class: "head" },
    el("p", { class: "kind" }, say("pathTitle")),
    el(
      "button",
      { type: "button", class: "close", "aria-label": say("close"), onclick: () => go({ to: null }) },
      "×",
    ),
    el("h2", { lang: "vi" }, set(thing.label), el("span", { class: "end" }, "→ ", set(to.label))),
    el("p", { class: "about" }, path ? say("pathSteps", { count: path.length }) : say("pathNone")),
  );
  if (!path) return [head];
  const steps = path.map(({ from, fact, to: next }) =>
    el(
      "li",
      {},
      el(
        "p",
        { class: "fact", "data-fact": fact.n },
        el("span", { class: "verb" }, relationWord(fact, from)),
        " ",
        thingLink(next),
        fact.bounds ? el("span", { class: "when" }, set(boundsWords(fact.bounds))) : null,
      ),
      fact.evidence.length ? quoteBlocks(fact.evidence) : el("p", { class: "about" }, say("noEvidence")),
    ),
  );
  return [head, el("p", { class: "fact start" }, thingLink(thing)), el("ol", { class: "path" }, steps)];
}

function welcomePanel() {
  const line = (kind) =>
    svg(
      "svg",
      { class: "sample", viewBox: "0 0 34 12", "aria-hidden": "true" },
      svg("path", { d: "M1 6H33", class: `ink ${kind}` }),
    );
  const latest = [...SOURCES].sort((a, b) => compareNames(b.date, a.date) || compareNames(a.title, b.title));
  const key = (mark, words) => el("li", {}, mark, el("span", {}, words));
  return [
    el(
      "header",
      { class: "head" },
      el("h2", {}, say("welcome")),
      el("p", { class: "about" }, say("welcomeText")),
      PACK.quoted ? null : el("p", { class: "about" }, say("noQuotes")),
    ),
    el(
      "ul",
      { class: "key" },
      key(line("certain"), say("lineCertain")),
      key(line("possible"), say("linePossible")),
      key(
        svg(
          "svg",
          { class: "sample", viewBox: "0 0 34 20", "aria-hidden": "true" },
          svg("rect", { x: 1, y: 1, width: 32, height: 18, class: "box" }),
          svg("path", { d: "M5 5v10", class: "party" }),
        ),
        say("barParty"),
      ),
      key(
        svg(
          "svg",
          { class: "sample", viewBox: "0 0 34 20", "aria-hidden": "true" },
          svg("rect", { x: 1, y: 1, width: 32, height: 18, class: "box open" }),
        ),
        say("boxOpen"),
      ),
    ),
    section(
      `${say("sources")} (${number(SOURCES.length)})`,
      el(
        "ul",
        { class: "sources" },
        latest
          .slice(0, AT_ONCE)
          .map((source) =>
            el(
              "li",
              {},
              sourceName(source),
              el(
                "span",
                { class: "when" },
                [source.publisher, dateWord(source.date)].filter(Boolean).join(", "),
              ),
            ),
          ),
      ),
      SOURCES.length > AT_ONCE ? el("p", { class: "about" }, `+ ${number(SOURCES.length - AT_ONCE)}`) : null,
    ),
  ];
}

// What is shown, to take away: an image, a table, a network, linked data.

const EXPORTS = [
  ["exportSvg", () => save(pictureFile(), "image/svg+xml", "svg")],
  ["exportPng", savePng],
  ["exportCsv", () => save(csvFile(), "text/csv", "csv")],
  ["exportGexf", () => save(gexfFile(), "application/gexf+xml", "gexf")],
  ["exportJsonld", () => save(jsonldFile(), "application/ld+json", "jsonld")],
  ["print", () => print()],
];

function save(content, type, ending) {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const link = el("a", { href: URL.createObjectURL(blob), download: `canbo.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const shownFacts = () => FACTS.filter(isFactShown);
const shownThings = () => THINGS.filter(isLive);

// The picture with its own style: it must look the same without this page.
function pictureFile() {
  const picture = (document.querySelector("svg.picture") ?? offstagePicture()).cloneNode(true);
  const { width, height } = picture.viewBox.baseVal;
  fill(picture, { xmlns: SVG, width, height }, []);
  const ground = getComputedStyle(document.documentElement);
  const value = (name) => ground.getPropertyValue(name).trim();
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule || rule.selectorText?.includes(".picture"))
    .map((rule) => rule.cssText.replace(/var\((--[\w-]+)\)/g, (_, name) => value(name)));
  picture.prepend(
    svg("style", {}, rules.join("\n")),
    svg("rect", { width, height, fill: value("--ground") }),
  );
  picture.querySelectorAll("a").forEach((link) => link.removeAttribute("href"));
  picture.querySelectorAll(".touch").forEach((line) => line.remove());
  return new XMLSerializer().serializeToString(picture);
}

const saveCanvas = (canvas) => canvas.toBlob((blob) => save(blob, "image/png", "png"));

function savePng() {
  if (state.view === "map") {
    saveCanvas(mapImage());
    return;
  }
  const image = new Image();
  const source = URL.createObjectURL(new Blob([pictureFile()], { type: "image/svg+xml" }));
  image.addEventListener("load", () => {
    const canvas = el("canvas", { width: image.width * 2, height: image.height * 2 });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(source);
    saveCanvas(canvas);
  });
  image.src = source;
}

// A table that spreadsheets open: UTF-8 with a mark, and no cell that they would take for a formula.
function csvFile() {
  const heads = [
    "subject",
    "relation",
    "object",
    ...PACK.bounds,
    "standing",
    "quote",
    "source",
    "url",
    "published",
  ];
  const rows = shownFacts().map((fact) => {
    const passage = fact.evidence[0];
    return [
      fact.subject.label,
      relationWord(fact),
      fact.object.label,
      ...(fact.bounds ?? ["", fact.since, "", ""]),
      factStanding(fact),
      passage?.quote ?? "",
      passage?.source?.title ?? "",
      passage?.source?.url ?? "",
      passage?.source?.date ?? "",
    ];
  });
  const cell = (value) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function gexfFile() {
  const xml = document.implementation.createDocument("http://gexf.net/1.3", "gexf");
  const node = (name, attributes, ...children) =>
    fill(xml.createElementNS("http://gexf.net/1.3", name), attributes, children);
  const value = (n, words) => node("attvalue", { for: n, value: clean(words) });
  const titles = (of, names) =>
    node(
      "attributes",
      { class: of },
      names.map((title, id) => node("attribute", { id, title, type: "string" })),
    );
  const nodes = shownThings().map((thing) =>
    node(
      "node",
      { id: thing.id, label: clean(thing.label) },
      node("attvalues", {}, value(0, thing.kind), value(1, thing.system), value(2, thing.level)),
    ),
  );
  const edges = shownFacts().map((fact) =>
    node(
      "edge",
      { id: fact.n, source: fact.subject.id, target: fact.object.id, label: fact.relation },
      node(
        "attvalues",
        {},
        value(0, fact.relation),
        value(1, factStanding(fact)),
        value(2, fact.evidence[0]?.quote ?? ""),
      ),
    ),
  );
  fill(xml.documentElement, { version: "1.3" }, [
    node(
      "graph",
      { defaultedgetype: "directed", mode: "static" },
      titles("node", ["kind", "system", "level"]),
      titles("edge", ["relation", "standing", "quote"]),
      node("nodes", {}, nodes),
      node("edges", {}, edges),
    ),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(xml)}`;
}

// XML has no way to write control characters.
const clean = (words) => words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

function jsonldFile() {
  const iri = (id) => (/^https?:/.test(id) ? id : PACK.base + id);
  const types = {
    person: "cb:Person",
    post: "cb:Post",
    organization: "cb:Organization",
    document: "eli:LegalResource",
    event: "schema:Event",
  };
  const things = shownThings().map((thing) => ({
    "@id": iri(thing.id),
    "@type": types[thing.kind],
    "rdfs:label": { "@value": thing.label, "@language": "vi" },
  }));
  const statements = shownFacts().map((fact) => ({
    "@id": fact.id ? iri(fact.id) : undefined,
    "@type": "rdf:Statement",
    "rdf:subject": { "@id": iri(fact.subject.id) },
    "rdf:predicate": { "@id": `${PACK.base}ns#${fact.relation}` },
    "rdf:object": { "@id": iri(fact.object.id) },
    ...(fact.bounds
      ? Object.fromEntries(PACK.bounds.map((bound, n) => [`cb:${bound}`, fact.bounds[n] || undefined]))
      : {}),
    "prov:wasDerivedFrom": fact.evidence
      .filter((passage) => passage.source)
      .map((passage) =>
        PACK.quoted
          ? {
              "@id": `${iri(passage.source.id)}#char=${passage.start},${passage.end}`,
              "oa:exact": passage.quote,
            }
          : { "@id": iri(passage.source.id) },
      ),
  }));
  const context = {
    cb: `${PACK.base}ns#`,
    eli: "http://data.europa.eu/eli/ontology#",
    oa: "http://www.w3.org/ns/oa#",
    prov: "http://www.w3.org/ns/prov#",
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    schema: "http://schema.org/",
  };
  return JSON.stringify({ "@context": context, "@graph": [...things, ...statements] }, null, 1);
}

// What the page tells its scripts, and how they make elements: text stays text, whatever it says.

export const DATA = JSON.parse(document.getElementById("data").textContent);

export const say = (name, values = {}) =>
  DATA.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

export const number = (count) => count.toLocaleString(DATA.language === "en" ? "en" : "vi");

const SVG = "http://www.w3.org/2000/svg";

const fill = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
};

export const el = (tag, attributes = {}, ...children) =>
  fill(document.createElement(tag), attributes, children);

export const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

// Where the page of an IRI is: ours here, an address of the web there; nothing for any other.
export function addressOf(iri) {
  if (iri.startsWith(DATA.base)) {
    const [path, fragment] = iri.slice(DATA.base.length).split("#");
    const english = DATA.language === "en" ? "?lang=en" : "";
    return `/${path}${english}${fragment === undefined ? "" : `#${fragment}`}`;
  }
  return /^https?:\/\//.test(iri) ? iri : "";
}

// An IRI as people read it: with a prefix where there is one.
export function shorten(iri) {
  let best = "";
  for (const [prefix, place] of Object.entries(DATA.prefixes))
    if (iri.startsWith(place) && place.length > (DATA.prefixes[best] ?? "").length) best = prefix;
  if (best) return `${best}:${iri.slice(DATA.prefixes[best].length)}`;
  return iri.startsWith(DATA.base) ? iri.slice(DATA.base.length) : iri;
}

export const kindOf = (iri) => {
  const folder = iri.startsWith(DATA.base) ? iri.slice(DATA.base.length).split("/")[0] : "";
  if (/^(congress|session|plenum)$/.test(folder)) return "event";
  return /^(person|post|organization|document|source)$/.test(folder) ? folder : "other";
};

// Search as you type: without accents, in any order, by the beginnings of words.

const MARKS = /[\u0300-\u036f]/g;

// Plain lower-case ASCII letters: "Đức" and "DU\u031bC" are found by "duc" as typed.
const fold = (words) =>
  words
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(/[đĐðÐ]/g, "d")
    .toLowerCase();

const foldedWords = (words) => fold(words).match(/[a-z0-9]+/g) ?? [];

let searchIndex = null;

// One line per thing, made at the first key: " words of the name | other words".
function index() {
  searchIndex ??= THINGS.map((thing) => {
    const name = ` ${foldedWords(thing.label).join(" ")} `;
    const more = ` ${foldedWords(`${thing.symbol} ${thing.subject} ${thing.term}`).join(" ")} `;
    return { thing, name, all: name + more };
  });
  return searchIndex;
}

// All things that have every word of `query`, the best first.
function search(query) {
  const wanted = foldedWords(query);
  if (wanted.length === 0) return [];
  const whole = ` ${wanted.join(" ")}`;
  const begun = wanted.map((word) => ` ${word}`);
  return index()
    .filter((line) => begun.every((word) => line.all.includes(word)))
    .map((line) => ({ thing: line.thing, score: score(line, whole, begun) }))
    .sort((a, b) => b.score - a.score || firstLabelled(a.thing, b.thing))
    .map((hit) => hit.thing);
}

function score(line, whole, begun) {
  const inName = begun.every((word) => line.name.includes(word));
  return (
    (line.name.startsWith(`${whole} `) ? 8 : 0) +
    (line.name.includes(whole) ? 4 : 0) +
    (inName ? 16 : 0) +
    (COLUMNS - line.thing.column) * 0.5 +
    Math.min(line.thing.facts.length, 40) / 40
  );
}

// What holds on a day: certain, possible or no. The same rules as Fact.standing in viz/things.py.

// Whether `fact` holds on `day` (ISO); with no day, all that was ever told counts as certain.
function standing(fact, day) {
  if (!day) return "certain";
  if (day.slice(0, fact.born.length) < fact.born) return "no";
  if (fact.bounds) return boundsStanding(fact.bounds, day);
  const told = day === fact.since || day.slice(0, fact.since.length) > fact.since;
  return told || !fact.since ? "certain" : "possible";
}

function boundsStanding([startEarliest, startLatest, endEarliest, endLatest], day) {
  if (day < startEarliest || (endLatest && day > endLatest)) return "no";
  return startLatest && startLatest <= day && day <= endEarliest ? "certain" : "possible";
}

// Whether `thing` is there on `day`: no document or event is before its date.
const exists = (thing, day) => !day || day.slice(0, thing.date.length) >= thing.date;

// The days on which something changes, in order; the stops of the slider.
const DAYS = (() => {
  const { bounds, since, born } = PACK.facts;
  const dates = new Set([...since, ...born, ...bounds.flatMap((four) => four || [])]);
  return [...dates]
    .map(text)
    .filter((date) => /^\d{4}-\d\d-\d\d$/.test(date))
    .sort();
})();

// The bounds of a tenure in words.
function boundsWords([startEarliest, startLatest, endEarliest, endLatest]) {
  const unknownOutside = !startEarliest && !endLatest && startLatest && startLatest === endEarliest;
  if (unknownOutside) return say("seenOn", { a: dateWord(startLatest) });
  return `${startWords(startEarliest, startLatest)}; ${endWords(endEarliest, endLatest)}`;
}

function startWords(earliest, latest) {
  const days = { a: dateWord(earliest), b: dateWord(latest) };
  if (earliest && earliest === latest) return say("startOn", days);
  if (earliest && latest) return say("startBetween", { range: rangeWord(earliest, latest) });
  if (latest) return say("startBy", days);
  return earliest ? say("startAfter", days) : say("unknownStart");
}

function endWords(earliest, latest) {
  const days = { a: dateWord(earliest), b: dateWord(latest) };
  if (latest && earliest === latest) return say("endOn", days);
  if (earliest && latest) return say("endBetween", { range: rangeWord(earliest, latest) });
  if (earliest) return say("endAfter", days);
  return latest ? say("endBy", days) : say("unknownEnd");
}

// Pairs of tenures of a one-seat post that both certainly hold on a common day.
function conflicts(post) {
  if (post.seats !== "one") return [];
  const held = post.facts.filter((fact) => fact.bounds?.[1] && fact.bounds[1] <= fact.bounds[2]);
  return held.flatMap((one, n) =>
    held
      .slice(n + 1)
      .filter((other) => other.subject !== one.subject && overlap(one.bounds, other.bounds))
      .map((other) => [one, other]),
  );
}

const overlap = (a, b) => a[1] <= b[2] && b[1] <= a[2];

// Which things to draw: all of them where they are few, else those nearest to what is looked at.

const DRAWN = 60;
const HIGHEST = 16;
const NEAR = 40;

// {things, facts, all, centre}: what to place, of how many, and around what (null for everything).
// Where everything is placed, it is so whatever the date: going through time moves nothing.
function pick(path) {
  const chosen = THINGS.filter(isChosen);
  if (chosen.length <= DRAWN) {
    const linked = chosen.filter((thing) => thing.facts.length === 0 || thing.facts.some(isFactChosen));
    return drawing(linked, linked.length, null, isFactChosen);
  }
  const live = chosen.filter(isLive);
  if (live.length === 0) return drawing([], 0, null, isFactShown);
  const onPath = path ? [path[0].from, ...path.map((step) => step.to)] : [];
  const centre = state.thing && isShown(state.thing) ? state.thing : mostConnected(live);
  const starts = onPath.length ? onPath : [centre];
  const reached = walk(starts, { cost: stepCost, passes: isFactShown, limit: NEAR });
  const near = [...reached].sort(
    ([a, x], [b, y]) => x.cost - y.cost || b.facts.length - a.facts.length || a.n - b.n,
  );
  const kept = keepNear(near);
  const things = [...kept].filter((thing) => !isDangling(thing, kept, starts));
  return drawing(things, live.length, centre, isFactShown);
}

// The nearest, each with what leads to it, no column higher than can be taken in.
function keepNear(near) {
  const kept = new Set();
  const heights = Array(COLUMNS).fill(0);
  for (const [thing, { from }] of near) {
    if (kept.size === DRAWN) break;
    if ((from && !kept.has(from)) || heights[thing.column] === HIGHEST) continue;
    kept.add(thing);
    heights[thing.column] += 1;
  }
  return kept;
}

// At the rim a post says nothing without the people who hold it, nor a body that is only part of another.
function isDangling(thing, kept, starts) {
  if (starts.includes(thing)) return false;
  const drawn = thing.facts.filter((fact) => kept.has(otherEnd(fact, thing)));
  if (thing.kind === "post") return !drawn.some((fact) => fact.relation === "holds");
  return (
    thing.kind === "organization" &&
    drawn.every((fact) => STRUCTURE.has(fact.relation) && !starts.includes(otherEnd(fact, thing)))
  );
}

// How bodies hang together, whoever is in them.
const STRUCTURE = new Set(["part-of", "counterpart"]);

function drawing(things, all, centre, passes) {
  const kept = new Set(things);
  const facts = [];
  for (const thing of things) {
    for (const fact of thing.facts) {
      const leads = fact.subject === thing && fact.object !== thing && kept.has(fact.object);
      if (leads && passes(fact)) facts.push(fact);
    }
  }
  facts.sort((a, b) => a.n - b.n);
  return { things: [...kept].sort((a, b) => a.n - b.n), facts, all, centre };
}

// Where a large network opens: at the person in most facts.
const mostConnected = (live) => {
  const people = live.filter((thing) => thing.kind === "person");
  return (people.length ? people : live).reduce((best, thing) =>
    thing.facts.length > best.facts.length ? thing : best,
  );
};

// How many facts of `thing` lead out of the drawing.
const hiddenLinks = (thing, drawn) =>
  thing.facts.filter((fact) => isFactShown(fact) && !drawn.has(otherEnd(fact, thing))).length;

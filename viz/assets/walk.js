// Walking along facts: which things are near, and the shortest way between two.

// How far a step along `fact` takes one who stands at `thing`, in tenths. Reading on to the right is
// the natural step; having been at the same congress says little.
function stepCost(fact, thing) {
  if (fact.relation === "attended") return 20;
  const next = otherEnd(fact, thing);
  if (next.column === thing.column) return 15;
  return next.column > thing.column ? 10 : 13;
}

// How much a step weighs in a path: the weakest ties most, whichever way one goes.
const PATH_COST = { attended: 40, "part-of": 25, counterpart: 20, elected: 15, convened: 12 };
const pathCost = (fact) => PATH_COST[fact.relation] ?? 10;

// Walk from `starts` along the facts that `passes` lets through, nearest first, up to `limit`;
// stop early at `goal`. Returns a map from each thing reached to {cost, fact, from}. The queue is an
// array of buckets, one for each cost, so that the walk is linear in the facts it sees.
function walk(starts, { cost, passes, limit = Infinity, goal = null }) {
  const reached = new Map();
  const buckets = [starts.map((thing) => ({ thing, fact: null, from: null }))];
  for (let now = 0; now < buckets.length; now += 1) {
    for (const { thing, fact, from } of buckets[now] ?? []) {
      if (reached.has(thing)) continue;
      reached.set(thing, { cost: now, fact, from });
      if (thing === goal) return reached;
      for (const next of thing.facts) {
        const there = otherEnd(next, thing);
        const total = now + cost(next, thing);
        if (total > limit || reached.has(there) || !passes(next)) continue;
        (buckets[total] ??= []).push({ thing: there, fact: next, from: thing });
      }
    }
  }
  return reached;
}

// The steps from `start` to `goal`, each {from, fact, to}; null where nothing connects them.
function findPath(start, goal) {
  const reached = walk([start], { cost: pathCost, passes: isFactShown, goal });
  if (!reached.has(goal)) return null;
  const steps = [];
  for (let at = goal; at !== start;) {
    const { fact, from } = reached.get(at);
    steps.unshift({ from, fact, to: at });
    at = from;
  }
  return steps;
}

// What is being looked at. It lives in the address, so that a link, the back button and a copy of
// the file in someone else's hands all show the same.

const NARROW = matchMedia("(max-width: 760px)");
const VIEWS = ["picture", "map", "list", "table"];

const NO_FILTERS = { hidden: new Set(), system: "", level: "", certain: false };

const startState = () => ({
  thing: THINGS[PACK.focus] ?? null,
  to: null,
  on: PACK.on,
  view: NARROW.matches ? "list" : "picture",
  ...NO_FILTERS,
  language: "vi",
});

let state = startState();

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const next = startState();
  if (asked.has("thing")) next.thing = thingById(asked.get("thing"));
  next.to = thingById(asked.get("to"));
  if (asked.has("on")) next.on = /^\d{4}-\d\d-\d\d$/.test(asked.get("on")) ? asked.get("on") : "";
  if (VIEWS.includes(asked.get("view"))) next.view = asked.get("view");
  next.hidden = new Set((asked.get("hide") ?? "").split(" ").filter((kind) => KINDS.includes(kind)));
  next.system = asked.get("system") ?? "";
  next.level = asked.get("level") ?? "";
  next.certain = asked.get("only") === "certain";
  if (asked.get("lang") === "en") next.language = "en";
  return next;
}

// The address of `next`; what is as at the start is left out.
function address(next) {
  const start = startState();
  const asked = new URLSearchParams();
  if (next.thing !== start.thing) asked.set("thing", next.thing?.id ?? "");
  if (next.to) asked.set("to", next.to.id);
  if (next.on !== start.on) asked.set("on", next.on);
  if (next.view !== start.view) asked.set("view", next.view);
  if (next.hidden.size) asked.set("hide", KINDS.filter((kind) => next.hidden.has(kind)).join(" "));
  if (next.system) asked.set("system", next.system);
  if (next.level) asked.set("level", next.level);
  if (next.certain) asked.set("only", "certain");
  if (next.language !== "vi") asked.set("lang", next.language);
  return `#${asked.toString().replaceAll("%2F", "/")}`;
}

const addressOf = (changes) => address({ ...state, ...changes });

// Go to the state with `changes`: a new page in the history, or this one replaced.
function go(changes, { replace = false } = {}) {
  const there = addressOf(changes);
  if (there === (location.hash || "#")) return;
  if (replace) location.replace(there);
  else location.hash = there;
}

// Filters. Kind, system and level choose things; the date chooses what is there of them.
function isChosen(thing) {
  if (state.hidden.has(thing.kind)) return false;
  const placed = thing.kind === "post" || thing.kind === "organization";
  return (
    !placed ||
    ((!state.system || thing.system === state.system) && (!state.level || thing.level === state.level))
  );
}

const isFactChosen = (fact) => isChosen(fact.subject) && isChosen(fact.object);

function factStanding(fact) {
  const found = standing(fact, state.on);
  return state.certain && found === "possible" ? "no" : found;
}

const isShown = (thing) => isChosen(thing) && exists(thing, state.on);
const isFactShown = (fact) => isFactChosen(fact) && factStanding(fact) !== "no";

// A thing that the filters leave something of.
const isLive = (thing) => isShown(thing) && (thing.facts.length === 0 || thing.facts.some(isFactShown));

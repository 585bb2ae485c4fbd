// The controls around the picture: legend and filters, the date, the search box.

const MARK_SHAPES = {
  person: () => svg("rect", { x: 1, y: 3, width: 20, height: 10, rx: 5 }),
  post: () => svg("rect", { x: 1, y: 3, width: 20, height: 10, rx: 2.5 }),
  organization: () => svg("rect", { x: 1, y: 3, width: 20, height: 10 }),
  document: () => svg("path", { d: "M1 3h15l5 5v5H1z" }),
  event: () => svg("path", { d: "M5 3h12l4 5-4 5H5L1 8z" }),
};

const kindMark = (kind) =>
  svg("svg", { class: `mark k-${kind}`, viewBox: "0 0 22 16", "aria-hidden": "true" }, MARK_SHAPES[kind]());

const countOf = (test) => THINGS.reduce((sum, thing) => sum + test(thing), 0);

function filterControls() {
  const kinds = KINDS.filter((kind) => THINGS.some((thing) => thing.kind === kind));
  const chips = kinds.map((kind) =>
    el(
      "button",
      {
        type: "button",
        class: "chip",
        "aria-pressed": String(!state.hidden.has(kind)),
        "data-kind": kind,
        onclick: () => toggleKind(kind),
      },
      kindMark(kind),
      kindWord(kind),
      el("span", { class: "count" }, number(countOf((thing) => thing.kind === kind))),
    ),
  );
  const isFiltered = state.hidden.size || state.system || state.level || state.certain;
  return [
    el("div", { class: "chips" }, chips),
    choice("system", "systems", "anySystem", (thing) => thing.system),
    choice("level", "levels", "anyLevel", (thing) => thing.level),
    el(
      "label",
      { class: "pick" },
      el("input", {
        type: "checkbox",
        id: "only-certain",
        onchange: (event) => go({ certain: event.target.checked }),
      }),
      say("onlyCertain"),
    ),
    isFiltered
      ? el("button", { type: "button", class: "reset", onclick: () => go(NO_FILTERS) }, say("reset"))
      : null,
  ];
}

function toggleKind(kind) {
  const hidden = new Set(state.hidden);
  if (!hidden.delete(kind)) hidden.add(kind);
  go({ hidden });
}

// A choice among the values that `of` takes in this graph; none where there is nothing to choose.
function choice(name, label, any, of) {
  const counts = new Map();
  for (const thing of THINGS)
    if (thing.kind === "organization" && of(thing)) counts.set(of(thing), (counts.get(of(thing)) ?? 0) + 1);
  if (counts.size < 2) return null;
  const options = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) =>
      el(
        "option",
        { value, selected: state[name] === value },
        `${capital(conceptWord(name, value))} (${number(count)})`,
      ),
    );
  return el(
    "label",
    { class: "pick" },
    el("span", { class: "unseen" }, say(label)),
    el(
      "select",
      { "data-choice": name, onchange: (event) => go({ [name]: event.target.value }) },
      el("option", { value: "" }, say(any)),
      options,
    ),
  );
}

// The date: a slider over the days on which something changes, a day of one's own, or no day.
let playing = null;

function timeControls() {
  if (DAYS.length === 0) return [zoomControls()];
  const at = state.on ? DAYS.filter((day) => day <= state.on).length - 1 : DAYS.length - 1;
  const slider = el("input", {
    type: "range",
    class: state.on ? "" : "idle",
    min: 0,
    max: DAYS.length - 1,
    value: Math.max(at, 0),
    "aria-label": say("time"),
    "aria-valuetext": state.on ? dateWord(state.on) : say("anyTime"),
    oninput: (event) => setDay(DAYS[event.target.value]),
  });
  return [
    el(
      "button",
      { type: "button", class: "play", "aria-label": say(playing ? "pause" : "play"), onclick: togglePlay },
      playing ? "❚❚" : "▶",
    ),
    el(
      "button",
      { type: "button", class: "any", "aria-pressed": String(!state.on), onclick: () => go({ on: "" }) },
      say("anyTime"),
    ),
    el("span", { class: "end" }, dateWord(DAYS[0])),
    slider,
    el("span", { class: "end" }, dateWord(DAYS.at(-1))),
    el(
      "label",
      { class: "pick" },
      el("span", { class: "unseen" }, say("day")),
      el("input", {
        type: "date",
        class: "day",
        value: state.on,
        onchange: (event) => event.target.value && go({ on: event.target.value }),
      }),
    ),
    state.on ? el("output", { class: "now" }, dateWord(state.on)) : null,
    zoomControls(),
  ];
}

const zoomControls = () =>
  !["picture", "map"].includes(state.view)
    ? null
    : el(
        "span",
        { class: "zoom" },
        el("button", { type: "button", "aria-label": say("zoomOut"), onclick: () => zoomBy(0.8) }, "−"),
        el("button", { type: "button", "aria-label": say("zoomIn"), onclick: () => zoomBy(1.25) }, "+"),
      );

// The slider goes through many days: they replace one another in the history.
const setDay = (on) => go({ on }, { replace: true });

function togglePlay() {
  if (playing) {
    stopPlaying();
    render();
    return;
  }
  let at = DAYS.findIndex((day) => day > state.on);
  if (!state.on || at < 0) at = 0;
  const stride = Math.ceil(DAYS.length / 120);
  playing = setInterval(() => {
    setDay(DAYS[at]);
    if (at >= DAYS.length - 1) stopPlaying();
    at = Math.min(at + stride, DAYS.length - 1);
  }, 900);
  setDay(DAYS[at]);
}

function stopPlaying() {
  clearInterval(playing);
  playing = null;
}

// The search box: a combobox over all things; while a path is begun, its choice is the other end.
const OFFERED = 10;
let offered = [];
let pointed = -1;
let connecting = false;
let wantedFocus = null;

const searchBox = () => document.getElementById("search");

function startConnecting() {
  connecting = true;
  labelSearch();
  searchBox().focus();
}

function labelSearch() {
  searchBox().placeholder = connecting ? say("pathHint", { name: state.thing.label }) : say("searchHint");
}

function offer() {
  const query = searchBox().value;
  const hits = search(query).filter((thing) => !connecting || thing !== state.thing);
  offered = hits.slice(0, OFFERED);
  pointed = offered.length ? 0 : -1;
  const rows = offered.map((thing, n) =>
    el(
      "li",
      { id: `found-${n}`, role: "option", "aria-selected": String(n === pointed), "data-n": n },
      kindMark(thing.kind),
      el("span", { class: "name", lang: "vi" }, set(thing.label)),
      el("span", { class: "about" }, summary(thing)),
    ),
  );
  const rest = hits.length - offered.length;
  const note =
    hits.length === 0
      ? say("nothingFound", { query })
      : rest > 0
        ? say("moreFound", { count: number(rest) })
        : "";
  const isOpen = query.trim() !== "";
  const list = document.getElementById("found");
  list.replaceChildren(...rows, ...(note ? [el("li", { class: "note", role: "presentation" }, note)] : []));
  list.hidden = !isOpen;
  document.getElementById("found-count").textContent = isOpen
    ? say("found", { count: number(hits.length) })
    : "";
  fill(searchBox(), { "aria-expanded": String(isOpen) }, []);
  point(pointed);
}

function point(n) {
  pointed = n;
  document.querySelectorAll("#found [role=option]").forEach((row, m) => {
    row.setAttribute("aria-selected", String(m === n));
    if (m === n) row.scrollIntoView({ block: "nearest" });
  });
  if (n >= 0) searchBox().setAttribute("aria-activedescendant", `found-${n}`);
  else searchBox().removeAttribute("aria-activedescendant");
}

function choose(n) {
  const thing = offered[n];
  if (!thing) return;
  const wasConnecting = connecting;
  closeSearch();
  searchBox().blur();
  wantedFocus = thing;
  const found = wasConnecting ? { to: thing } : { thing, to: null };
  go(isShown(thing) ? found : { ...found, ...NO_FILTERS, on: "" });
}

function closeSearch() {
  connecting = false;
  searchBox().value = "";
  offer();
  labelSearch();
}

const SEARCH_KEYS = {
  ArrowDown: () => point((pointed + 1) % offered.length || 0),
  ArrowUp: () => point((pointed - 1 + offered.length) % offered.length || 0),
  Enter: () => choose(pointed),
  Escape: () => closeSearch(),
};

function listenToSearch() {
  const box = searchBox();
  box.addEventListener("input", offer);
  box.addEventListener("keydown", (event) => {
    const act = SEARCH_KEYS[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    act();
  });
  box.addEventListener("blur", () => setTimeout(() => (document.getElementById("found").hidden = true), 150));
  document.getElementById("found").addEventListener("pointerdown", (event) => {
    const row = event.target.closest("[role=option]");
    event.preventDefault();
    if (row) choose(+row.dataset.n);
  });
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      box.focus();
    }
    if (event.key === "Escape" && !isTyping && state.thing) go({ thing: null, to: null });
  });
}

async function copyAddress(event) {
  const button = event.currentTarget;
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = say("copied");
  } catch {
    prompt(say("copyLink"), location.href);
  }
}

// The page itself: read the address, show what it says, and again whenever it changes.

const byId = (id) => document.getElementById(id);

function render() {
  language = state.language;
  const path = state.thing && state.to ? findPath(state.thing, state.to) : undefined;
  const kept = keepPlace();
  document.body.dataset.view = state.view;
  document.body.classList.toggle("chosen", state.thing !== null);
  showWords();
  byId("filters").replaceChildren(...flat(filterControls()));
  byId("only-certain").checked = state.certain;
  byId("time").replaceChildren(...flat(timeControls()));
  byId("panel").replaceChildren(...flat(panelView(path)));
  byId("stage").replaceChildren(...flat(stageView(path)));
  paintMap();
  restorePlace(kept);
  if (shownThing !== state.thing) showChosen();
  shownThing = state.thing;
  showWantedFact();
}

const flat = (nodes) =>
  nodes.flat(Infinity).filter((node) => node !== null && node !== undefined && node !== false);

function panelView(path) {
  if (path !== undefined) return pathPanel(path);
  return state.thing ? thingPanel(state.thing) : welcomePanel();
}

// The words of the frame, and what is pressed in it.
function showWords() {
  document.documentElement.lang = language;
  document.querySelectorAll("[data-word]").forEach((node) => (node.textContent = say(node.dataset.word)));
  document
    .querySelectorAll("[data-label]")
    .forEach((node) => node.setAttribute("aria-label", say(node.dataset.label)));
  document
    .querySelectorAll("[data-view]")
    .forEach(
      (node) =>
        node.tagName === "BUTTON" &&
        node.setAttribute("aria-pressed", String(node.dataset.view === state.view)),
    );
  const of = (kind) => number(countOf((thing) => thing.kind === kind));
  byId("extent").textContent = say("extent", {
    people: of("person"),
    posts: of("post"),
    documents: of("document"),
    sources: number(SOURCES.length),
  });
  byId("language").textContent = language === "vi" ? "English" : "Tiếng Việt";
  byId("language").lang = language === "vi" ? "en" : "vi";
  document.title = state.thing ? `${state.thing.label} – ${say("title")}` : say("title");
  byId("export")
    .querySelector(".sheet")
    .replaceChildren(
      ...EXPORTS.filter(([name]) => state.view !== "map" || name !== "exportSvg").map(([name, act]) =>
        el(
          "button",
          {
            type: "button",
            "data-export": name,
            onclick: () => {
              byId("export").open = false;
              act();
            },
          },
          say(name),
        ),
      ),
    );
  labelSearch();
}

// What had the keyboard, and how far the stage was moved.
function keepPlace() {
  const active = document.activeElement;
  const within = active?.closest?.("#filters, #time, #stage, #panel");
  const at = within && [...within.querySelectorAll("a, button, input, select, summary")].indexOf(active);
  const stage = byId("stage");
  return {
    within: within?.id,
    at,
    thing: active?.dataset?.thing,
    left: stage.scrollLeft,
    top: stage.scrollTop,
    shown: laidOut.key,
    view: lastView,
  };
}

let lastView = "";
let shownThing;

function restorePlace({ within, at, thing, left, top, shown, view }) {
  const same = view === state.view && (state.view !== "picture" || shown === laidOut.key);
  lastView = state.view;
  byId("stage").scrollTo(same ? left : 0, same ? top : 0);
  byId("panel").scrollTo(0, 0);
  const wanted = wantedFocus?.n ?? thing;
  wantedFocus = null;
  const again =
    wanted !== undefined
      ? document.querySelector(`#stage [data-thing="${wanted}"]`)
      : within && byId(within).querySelectorAll("a, button, input, select, summary")[at];
  again?.focus({ preventScroll: true });
}

function listenToFrame() {
  document
    .querySelectorAll("button[data-view]")
    .forEach((button) => button.addEventListener("click", () => go({ view: button.dataset.view })));
  byId("language").addEventListener("click", () => go({ language: language === "vi" ? "en" : "vi" }));
  byId("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    repaintMap();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#export")) byId("export").open = false;
  });
  addEventListener("hashchange", () => {
    if (connecting) connecting = false;
    state = readAddress();
    render();
  });
  let later = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(later);
    later = requestAnimationFrame(render);
  });
}

// The font first: words are measured with it.
async function start() {
  state = readAddress();
  listenToFrame();
  listenToStage();
  listenToMap();
  listenToSearch();
  const sample = "Ủy ban nhân dân Quận 1";
  await Promise.all([
    document.fonts.load(`400 13px ${FONT}`, sample),
    document.fonts.load(`600 13px ${FONT}`, sample),
  ]);
  render();
  document.documentElement.dataset.ready = "";
  (window.requestIdleCallback ?? setTimeout)(() => index());
}

start();

// The middle of the page: the picture with its headings and zoom, the list or the table.

// The picture is never squeezed below this many pixels; a small screen moves over it.
const LEAST_ROOM = 860;

let laidOut = { key: "", placed: null };

function stageView(path) {
  if (state.view === "map") return mapView();
  if (state.view === "list") return listView();
  if (state.view === "table") return tableView();
  return pictureView(path);
}

function pictureView(path) {
  const drawing = pick(path);
  if (!drawing.things.some(isLive)) return [el("p", { class: "empty" }, say("nothingLeft"))];
  const room = Math.max(document.getElementById("stage").clientWidth, LEAST_ROOM);
  const placed = laidOutFor(drawing, room);
  const { lit, bright } = broughtOut(path);
  const picture = drawPicture(placed, drawing, lit, bright);
  const part =
    drawing.centre &&
    el(
      "p",
      { class: "part" },
      set(
        say("drawnPart", {
          drawn: number(drawing.things.length),
          all: number(drawing.all),
          name: drawing.centre.label,
        }),
      ),
    );
  return [part, headings(placed), picture];
}

// The layout of a drawing is kept while the same things are drawn, so that a choice moves nothing.
function laidOutFor(drawing, room) {
  const key = [
    room,
    ...drawing.things.map((thing) => thing.n),
    "|",
    ...drawing.facts.map((fact) => fact.n),
  ].join(" ");
  if (laidOut.key !== key) laidOut = { key, placed: place(drawing, room) };
  return laidOut.placed;
}

// What a choice brings out: the path, or the thing with its facts and, past a post, its organisation.
function broughtOut(path) {
  const lit = new Set(path?.map((step) => step.fact));
  if (!path && state.thing) {
    for (const fact of state.thing.facts.filter(isFactShown)) {
      lit.add(fact);
      const next = otherEnd(fact, state.thing);
      const onward = fact.relation === "holds" || fact.relation === "post-in" ? next.facts : [];
      for (const more of onward) {
        const leads = state.thing.kind === "person" ? "post-in" : "holds";
        if (next.kind === "post" && more.relation === leads && isFactShown(more)) lit.add(more);
      }
    }
  }
  const bright = new Set([...lit].flatMap((fact) => [fact.subject, fact.object]));
  if (state.thing) bright.add(state.thing);
  return { lit, bright };
}

function headings(placed) {
  const row = el("div", { class: "heads" });
  for (const column of placed.columns) {
    const head = el("h2", {}, say(`column${column.at}`));
    head.style.left = `${column.x * zoom}px`;
    head.style.width = `${column.width * zoom}px`;
    row.append(head);
  }
  row.style.width = `${placed.width * zoom}px`;
  return row;
}

const zoomBy = (factor, x, y) =>
  state.view === "map" ? setMapZoom(mapZoom * factor, y) : setZoom(zoom * factor, x, y);

// Zoom about the point (x, y) of the stage, by default its middle.
function setZoom(wanted, x, y) {
  const stage = document.getElementById("stage");
  const picture = stage.querySelector("svg.picture");
  const next = Math.min(3, Math.max(0.3, wanted));
  if (!picture || next === zoom) return;
  const [atX, atY] = [x ?? stage.clientWidth / 2, y ?? stage.clientHeight / 2];
  const [left, top] = [(stage.scrollLeft + atX) / zoom, (stage.scrollTop + atY) / zoom];
  zoom = next;
  const { width, height } = picture.viewBox.baseVal;
  fill(picture, { width: width * zoom, height: height * zoom }, []);
  stage.querySelector(".heads").replaceWith(headings(laidOut.placed));
  stage.scrollTo(left * zoom - atX, top * zoom - atY);
}

// Bring what was chosen, or what the drawing is about, into sight.
function showChosen() {
  const stage = document.getElementById("stage");
  const box = (stage.querySelector("a.chosen") ?? stage.querySelector("a.centre"))?.getBoundingClientRect();
  const frame = stage.getBoundingClientRect();
  if (!box || state.view !== "picture") return;
  if (box.top < frame.top + 40 || box.bottom > frame.bottom)
    stage.scrollTop += box.top - frame.top - frame.height / 2;
  if (box.left < frame.left || box.right > frame.right)
    stage.scrollLeft += box.left - frame.left - frame.width / 3;
}

// A picture for a file when the page shows a list or a table.
function offstagePicture() {
  const drawing = pick(null);
  const { lit, bright } = broughtOut(null);
  return drawPicture(laidOutFor(drawing, 1200), drawing, lit, bright);
}

// Drag the ground to move, hold Ctrl (or pinch) to zoom, point at a thing to see its lines.
function listenToStage() {
  const stage = document.getElementById("stage");
  stage.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey || !["picture", "map"].includes(state.view)) return;
      event.preventDefault();
      const { left, top } = stage.getBoundingClientRect();
      zoomBy(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
    },
    { passive: false },
  );
  stage.addEventListener("pointerdown", (event) => {
    if (
      event.pointerType !== "mouse" ||
      event.button !== 0 ||
      !event.target.closest("svg.picture") ||
      event.target.closest("a")
    )
      return;
    const [x, y] = [event.clientX + stage.scrollLeft, event.clientY + stage.scrollTop];
    const move = (to) => stage.scrollTo(x - to.clientX, y - to.clientY);
    stage.classList.add("moving");
    addEventListener("pointermove", move);
    addEventListener(
      "pointerup",
      () => {
        stage.classList.remove("moving");
        removeEventListener("pointermove", move);
      },
      { once: true },
    );
  });
  for (const kind of ["mouseover", "focusin"]) stage.addEventListener(kind, (event) => pointAt(event.target));
  stage.addEventListener("mouseleave", () => pointAt(null));
  stage.addEventListener("click", (event) => {
    const line = event.target.closest?.(".line");
    if (line) openFact(FACTS[line.dataset.fact]);
  });
}

function pointAt(target) {
  const link = target?.closest?.("a.thing");
  const thing = link ? THINGS[link.dataset.thing] : null;
  for (const line of document.querySelectorAll("#stage .line")) {
    const fact = FACTS[line.dataset.fact];
    line.classList.toggle("near", thing !== null && (fact.subject === thing || fact.object === thing));
  }
}

let wantedFact = null;

// Show a fact in the panel of its subject, with its words.
function openFact(fact) {
  wantedFact = fact;
  if (state.thing === fact.subject && !state.to) showWantedFact();
  else go({ thing: fact.subject, to: null });
}

function showWantedFact() {
  const line = wantedFact && document.querySelector(`#panel [data-fact="${wantedFact.n}"]`);
  wantedFact = null;
  if (!line) return;
  line.scrollIntoView({ block: "center" });
  line.closest(".facts").classList.add("wanted");
}

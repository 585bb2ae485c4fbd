// The editor: the text area becomes CodeMirror, a query runs here, its answer is shown three ways.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, temporarilySetTabFocusMode } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { readRows, readTriples } from "./answer.js";
import { chartOf } from "./chart.js";
import { complete } from "./completion.js";
import { linksOf } from "./links.js";
import { DATA, el, number, say } from "./spoken.js";
import { tableOf } from "./table.js";

const at = (id) => document.getElementById(id);
const form = document.querySelector("form.ask");
const area = at("query");
const ENDPOINT = "/sparql";
const LONGEST_ADDRESS = 6000;

const LOOK = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: "14.5px", maxHeight: "min(540px, 70vh)" },
  ".cm-scroller": { overflow: "auto" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-content": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace", lineHeight: "1.65", padding: "14px 0", caretColor: "var(--ink)", minHeight: "280px" },
  ".cm-line": { padding: "0 16px 0 10px" },
  ".cm-gutters": { backgroundColor: "var(--card)", color: "var(--soft)", border: "none", paddingLeft: "6px" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
  "&.cm-focused .cm-selectionBackground, ::selection": { backgroundColor: "color-mix(in srgb, var(--accent) 26%, transparent)" },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "8px", boxShadow: "0 8px 28px rgb(0 0 0 / 18%)" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "3px 10px", fontFamily: "inherit" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--card)" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--soft)", fontFamily: "'Be Vietnam Pro', system-ui, sans-serif" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionInfo": { maxWidth: "340px", padding: "8px 12px", fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontSize: "13.5px" },
  ".cm-diagnostic": { padding: "6px 12px" },
  ".cm-matchingBracket": { backgroundColor: "color-mix(in srgb, var(--accent) 22%, transparent) !important" },
});

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.local(tags.variableName), tags.variableName], color: "var(--organization-ink)" },
  { tag: tags.atom, color: "var(--ink)" },
  { tag: [tags.string, tags.literal], color: "var(--document-ink)" },
  { tag: tags.comment, color: "var(--soft)" },
  { tag: tags.meta, color: "var(--soft)" },
]);

const view = new EditorView({
  root: at("frame").attachShadow({ mode: "open" }),
  state: EditorState.create({
    doc: area.value,
    extensions: [
      lineNumbers(),
      lintGutter(),
      history(),
      bracketMatching(),
      closeBrackets(),
      highlightActiveLine(),
      autocompletion({ override: [complete] }),
      StreamLanguage.define(sparql),
      syntaxHighlighting(COLOURS),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": say("query"), "aria-multiline": "true", tabindex: "0", spellcheck: "false" }),
      keymap.of([
        { key: "Mod-Enter", run: () => (run(), true) },
        // Escape gives the next Tab back to the page, which is what the line below the frame says.
        { key: "Escape", run: temporarilySetTabFocusMode },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        indentWithTab,
      ]),
      LOOK,
    ],
  }),
});
at("frame").shadowRoot.append(view.dom);
at("frame").hidden = false;
area.hidden = true;
at("copy").hidden = false;


const VIEWS = { table: tableOf, chart: chartOf, links: linksOf };
let answer = null;
let shown = "table";
let asked = null;

async function run() {
  asked?.abort();
  const mine = (asked = new AbortController());
  const query = view.state.doc.toString();
  begin();
  const began = performance.now();
  try {
    const reply = await ask(query, "application/sparql-results+json, application/n-triples;q=0.9", mine.signal);
    const text = await reply.text();
    if (mine !== asked) return;
    if (!reply.ok) return fail(text.trim());
    const isRows = reply.headers.get("content-type").startsWith("application/sparql-results+json");
    answer = isRows ? readRows(text) : readTriples(text);
    finish(query, (performance.now() - began) / 1000, isRows);
  } catch (error) {
    if (mine === asked) fail(error.name === "AbortError" ? say("stopped") : say("failed"));
  } finally {
    if (mine === asked) at("stop").hidden = true;
  }
}

const ask = (query, accept, signal) =>
  fetch(ENDPOINT, { method: "POST", body: new URLSearchParams({ query }), headers: { Accept: accept }, signal });

function begin() {
  at("status").textContent = say("running");
  at("error").hidden = true;
  at("stop").hidden = false;
  view.dispatch(setDiagnostics(view.state, []));
}

function finish(query, seconds, isRows) {
  const count = answer.truth === undefined ? answer.rows.length : 1;
  at("status").textContent = say("rows", { count: number(count), seconds: seconds.toFixed(2) });
  at("results").hidden = false;
  const formats = isRows ? [["CSV", "text/csv", "csv"], ["JSON", "application/sparql-results+json", "json"]] : [["Turtle", "text/turtle", "ttl"], ["JSON-LD", "application/ld+json", "jsonld"]];
  at("downloads").replaceChildren(...formats.map((format) => downloadButton(query, format)));
  show(shown);
  remember(query);
}

function show(name) {
  shown = name;
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const isChosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
  }
  at("view").setAttribute("aria-labelledby", `tab-${name}`);
  at("view").replaceChildren(VIEWS[name](answer));
}

// The server's line, and where it says that the mistake is, marked in the text.
function fail(message) {
  at("status").textContent = "";
  const place = /\bat line (\d+), column (\d+)/.exec(message);
  const error = at("error");
  error.hidden = false;
  error.replaceChildren(message);
  if (!place) return;
  const [line, column] = [Number(place[1]), Number(place[2])];
  const spot = offsetOf(line, column);
  const go = el("button", { type: "button" }, say("line", { line, column }));
  go.addEventListener("click", () => {
    view.focus();
    view.dispatch({ selection: { anchor: spot.from }, scrollIntoView: true });
  });
  error.prepend(go, " ");
  view.dispatch(setDiagnostics(view.state, [{ ...spot, severity: "error", message }]));
}

// Where a line and a column, counted in characters from one, are in the text.
function offsetOf(number, column) {
  const line = view.state.doc.line(Math.min(number, view.state.doc.lines));
  const before = [...line.text].slice(0, column - 1).join("").length;
  const from = Math.min(line.from + before, line.to);
  const to = Math.min(from + Math.max(1, /^\S*/.exec(line.text.slice(before))[0].length), line.to);
  return from < to ? { from, to } : { from: Math.max(line.from, to - 1), to };
}

function downloadButton(query, [name, media, suffix]) {
  const button = el("button", { type: "button", class: "link" }, name);
  button.addEventListener("click", async () => {
    try {
      const reply = await ask(query, media);
      if (!reply.ok) return fail((await reply.text()).trim());
      const link = el("a", { href: URL.createObjectURL(await reply.blob()), download: `canbo.${suffix}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    } catch {
      fail(say("failed"));
    }
  });
  return button;
}

function addressFor(query) {
  const given = new URLSearchParams({ query });
  if (DATA.language === "en") given.set("lang", "en");
  return `/editor?${given}`;
}

// The address keeps a query of one's own; one made from the shelf already has its own.
function remember(query) {
  const address = query === area.defaultValue ? location.href : addressFor(query);
  if (address.length < LONGEST_ADDRESS) history_.replaceState(null, "", address);
}

const history_ = window.history;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
at("stop").addEventListener("click", () => asked?.abort());
at("copy").addEventListener("click", async () => {
  const address = new URL(addressFor(view.state.doc.toString()), location.href).href;
  await navigator.clipboard.writeText(address);
  at("status").textContent = say("copied");
});

const tablist = document.querySelector("[role=tablist]");
tablist.addEventListener("click", (event) => {
  const tab = event.target.closest("[role=tab]");
  if (tab) show(tab.id.replace("tab-", ""));
});
tablist.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const names = Object.keys(VIEWS);
  show(names[(names.indexOf(shown) + step + names.length) % names.length]);
  at(`tab-${shown}`).focus();
});

document.documentElement.dataset.ready = "";
if (form.dataset.run === "yes") run();

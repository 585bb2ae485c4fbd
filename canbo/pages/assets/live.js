// Search as one types: the answer of the page itself, fetched and put in the place of the old one.

const box = document.querySelector("input[data-live]");
const place = document.getElementById("answer");
let waiting = 0;
let asked = null;

async function look() {
  const address = new URL(location.pathname, location.href);
  const given = new URLSearchParams(new FormData(box.form));
  if (!box.value.trim()) given.delete("q");
  address.search = given;
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("answer");
    if (!answer.ok || !found) return;
    place.replaceChildren(...document.adoptNode(found).childNodes);
    history.replaceState(null, "", address);
    document.title = page.title;
  } catch {
    // Typed on, or no connection: what is shown stays, and Enter asks again.
  }
}

box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, 160);
});

addEventListener("keydown", (event) => {
  if (event.key === "/" && !/input|textarea|select/i.test(document.activeElement.tagName)) {
    event.preventDefault();
    box.focus();
  }
});

// Search and filters over all open roles; without this script, each filter is a link to a page. The roles come with the
// page, or in an index that is fetched when somebody turns to the search. docs/templates.md lists the marks it works on.
const CHOICES = 40; // that a facet shows, but for those that are ticked
const STEP = 50; // roles shown at once
const PAUSE = 300; // milliseconds without a key, before the address changes and the count is read out

const all = (marks, within = document) => [...within.querySelectorAll(marks)];
const one = (marks, within) => all(marks, within)[0];
const [form, list, results, more, none, status] =
  ["search", "list", "results", "more", "none", "status"].map((name) => one(`[data-${name}]`));
const field = form.elements.q;
const root = document.documentElement;
const { lang } = root;
const day = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" });
let facets, columns, urls, titles, texts, items, found, shown, loading, turn, pause, typing;

// Lower case without accents, a space before each word.
const fold = (text) =>
  " " + text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}+#]+/gu, " ").trim();
// Words are found by their beginning; in scripts that do not part words, anywhere.
const sought = () => fold(field.value).split(" ").filter(Boolean).map((word) => (/[^ -~]/.test(word) ? word : ` ${word}`));

const load = () => (loading ??= read().catch(() => {
  loading = null;
  status.textContent = form.dataset.failed;
}).finally(() => delete root.dataset.sought));

async function read() {
  const data = one("[data-index]");
  const index = data ? JSON.parse(data.textContent) : await (await fetch(form.dataset.search)).json();
  ({ facets, columns } = index);
  urls = index.url.map((url) => new URL(url, form.action).pathname);
  const names = columns.title.of.map(fold);
  const places = columns.where.of.map(fold);
  titles = columns.title.at.map((at) => names[at]);
  for (const facet of facets) {
    const terms = facet.terms.map(([, name]) => fold(name));
    facet.texts = facet.sets.map((set) => set.map((term) => terms[term]).join(""));
    facet.element = one(`[data-facet=${facet.key}]`);
    facet.element?.addEventListener("toggle", () => {
      count(facet);
      flip(one("ul", facet.element));
    });
  }
  // Nobody looks for the words of a sum.
  const named = facets.filter(({ key }) => key !== "salary");
  texts = titles.map((title, row) =>
    title + places[columns.where.at[row]] + named.map(({ texts, at }) => texts[at[row]]).join(""));
  if (data) {
    const links = new Map(all("a[href]", list).map((link) => [link.pathname, link.closest("li, tr")]));
    items = urls.map((url) => links.get(url));
  }
  restore(field.value);
}

// What the address says is what is ticked; without words there, those that have been typed stay.
function restore(typed) {
  const state = new URLSearchParams(location.search);
  field.value = state.get("q") ?? typed;
  for (const facet of facets) facet.chosen = new Set(state.getAll(facet.key));
  update();
  facets.forEach(fill);
}

// The links of a facet become boxes; who is at one of them stays there.
function fill(facet) {
  const { element, key, terms, chosen, totals } = facet;
  const order = terms.map((_, term) => term).sort((a, b) => totals[b] - totals[a]);
  const top = new Set(order.slice(0, CHOICES));
  facet.boxes = [];
  terms.forEach(([value, name, depth], term) => {
    if (!top.has(term) && !chosen.has(value)) return;
    const [item, label, box, number] = ["li", "label", "input", "span"].map((tag) => document.createElement(tag));
    Object.assign(box, { type: "checkbox", name: key, value, checked: chosen.has(value) });
    if (depth) item.dataset.depth = Math.min(depth, 3);
    label.append(box, name, number);
    item.append(label);
    facet.boxes.push({ item, number, term });
  });
  if (element) {
    const list = one("ul", element);
    const at = [...list.children].findIndex((item) => item.contains(document.activeElement));
    list.replaceChildren(...facet.boxes.map(({ item }) => item));
    list.children[at]?.querySelector("input").focus();
  }
  count(facet);
}

// Says how many roles there are with each choice; what nobody sees can wait.
function count({ element, boxes, counts }) {
  if (element?.open === false) return;
  for (const box of boxes ?? []) {
    const { item, number, term } = box;
    if (box.count === counts[term]) continue;
    box.count = number.textContent = counts[term];
    item.classList.toggle("none", !counts[term]);
  }
}

// A menu that would leave the screen goes to its other side.
function flip(menu) {
  menu.classList.remove("flipped");
  const { left, right } = menu.getBoundingClientRect();
  menu.classList.toggle("flipped", left < 0 || right > innerWidth);
}

// Looks at every role once. One that a single facet keeps out counts among the choices of that facet.
function update() {
  const words = sought();
  const isIn = (text) => words.every((word) => text.includes(word));
  const narrowing = facets.filter(({ chosen }) => chosen.size);
  for (const facet of narrowing) {
    facet.fits = facet.sets.map((set) => set.some((term) => facet.chosen.has(facet.terms[term][0])));
  }
  for (const facet of facets) facet.tally = facet.sets.map(() => 0);
  const [best, rest] = [[], []];
  for (let row = 0; row < urls.length; row++) {
    if (!isIn(texts[row])) continue;
    let missed = [];
    for (const facet of narrowing) if (!facet.fits[facet.at[row]]) missed.push(facet);
    if (missed.length > 1) continue;
    if (!missed.length) {
      (isIn(titles[row]) ? best : rest).push(row);
      missed = facets;
    }
    for (const { tally, at } of missed) tally[at[row]]++;
  }
  found = [...best, ...rest];
  for (const facet of facets) {
    facet.counts = facet.terms.map(() => 0);
    facet.sets.forEach((set, at) => set.forEach((term) => (facet.counts[term] += facet.tally[at])));
    facet.totals ??= facet.counts;
    if (facet.element) one("[data-chosen]", facet.element).textContent = facet.chosen.size || "";
    count(facet);
  }
  const ticked = narrowing.reduce((sum, { chosen }) => sum + chosen.size, 0);
  for (const button of all("button [data-chosen]", form)) button.textContent = ticked || "";
  show(words.length + ticked > 0);
}

function show(isNarrowed) {
  if (items) {
    const left = new Set(found);
    items.forEach((item, row) => (item.hidden = !left.has(row)));
    for (const group of all("[data-group]", list)) group.hidden = !one("li:not([hidden]), tr:not([hidden])", group);
  } else {
    list.hidden = isNarrowed;
    results.hidden = !isNarrowed;
    results.replaceChildren();
    shown = 0;
    extend(isNarrowed ? STEP : 0);
  }
  none.hidden = found.length > 0;
  for (const button of all("[data-clear]")) button.hidden = !isNarrowed;
  clearTimeout(pause);
  pause = setTimeout(() => {
    const count = found.length;
    const words = status.dataset[new Intl.PluralRules(lang).select(count)] ?? status.dataset.other;
    status.textContent = isNarrowed ? words.replace("#", count.toLocaleString(lang)) : "";
  }, PAUSE);
}

function extend(by) {
  results.append(...found.slice(shown, shown + by).map(card));
  shown += by;
  more.hidden = !by || shown >= found.length;
}

// A card of a role that is not on this page.
function card(row) {
  const card = one("[data-card]").content.cloneNode(true);
  for (const part of all("[data-fill]", card)) {
    const name = part.dataset.fill;
    const { of, at } = columns[name];
    const text = of[at[row]];
    if (name === "title") part.href = urls[row];
    if (!text) part.remove();
    else if (name === "posted") {
      part.dateTime = text;
      part.textContent = day.format(new Date(text));
    } else if (name !== "new") part.textContent = text;
  }
  return card;
}

// The address says what is chosen, and keeps whatever else it says.
function note(how) {
  const state = new URLSearchParams(location.search);
  for (const name of ["q", ...facets.map(({ key }) => key)]) state.delete(name);
  if (field.value.trim()) state.set("q", field.value.trim());
  for (const { key, chosen } of facets) for (const value of chosen) state.append(key, value);
  history[how](null, "", `${location.pathname}${state.size ? `?${state}` : ""}`);
}

// Keys that come faster than a slow device can look are looked at together.
function soon() {
  clearTimeout(turn);
  turn = setTimeout(() => {
    const isAbove = status.getBoundingClientRect().bottom < 0;
    update();
    if (isAbove) status.scrollIntoView();
  });
}

form.addEventListener("input", async ({ target }) => {
  await load();
  if (!facets) return;
  clearTimeout(typing);
  if (target === field) {
    typing = setTimeout(note, PAUSE, "replaceState");
  } else {
    const { chosen } = facets.find(({ key }) => key === target.name);
    chosen[target.checked ? "add" : "delete"](target.value);
    note("pushState");
  }
  soon();
});

form.addEventListener("submit", (event) => {
  if (facets) event.preventDefault();
  // The keyboard of a telephone goes.
  if (matchMedia("(pointer: coarse)").matches) field.blur();
});

// A menu closes when somebody turns to something else.
for (const event of ["click", "focusin"]) {
  document.addEventListener(event, ({ target }) => {
    for (const menu of all("details[open]", form)) menu.open = menu.contains(target);
  });
}

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-more]")) {
    const from = shown;
    extend(STEP);
    one("a", results.children[from]).focus();
  }
  if (target.closest("[data-clear]")) {
    clearTimeout(typing);
    field.value = "";
    for (const { chosen } of facets) chosen.clear();
    note("pushState");
    update();
    facets.forEach(fill);
    field.focus();
  }
});

form.addEventListener("keydown", ({ key }) => {
  const menu = key === "Escape" && one("details[open]", form);
  if (!menu) return;
  menu.open = false;
  one("summary", menu).focus();
});

addEventListener("popstate", async () => {
  await load();
  if (facets) restore("");
});

form.dataset.ready = "";
for (const event of ["focusin", "pointerover"]) form.addEventListener(event, load, { once: true });
// Choices in plain sight are boxes from the start.
if ("sought" in root.dataset || one("[data-index]") || one("[data-facet] li")?.checkVisibility()) load();

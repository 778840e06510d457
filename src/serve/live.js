// Keeps open pages as they would be if they were loaded now.
//
// The same file is the script of every page and the worker that all pages of a browser share: browsers open six
// connections to a host, and a stream of events for each tab would use them up. Where there are no shared workers, a page
// listens for itself. All addresses are relative to this file's own.
"use strict";

const listen = (base, tell) => {
  const source = new EventSource(new URL("events", base));
  source.onmessage = (event) => tell(event.data);
  source.onerror = () => {
    // A browser tries again by itself, unless something between it and the server has answered.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 1000, base, tell);
  };
};

const share = () => {
  const pages = new Set();
  let last;
  listen(location.href, (data) => {
    last = data;
    for (const page of pages) page.postMessage(data);
  });
  onconnect = ({ ports: [page] }) => {
    page.onmessage = ({ data }) => {
      if (data === "bye") return pages.delete(page);
      pages.add(page);
      if (last) page.postMessage(last);
    };
  };
};

const look = (script) => {
  let shown = script.dataset.scene;
  let newest = shown;
  let busy = false;

  const heard = (data) => {
    const { scene, problems } = JSON.parse(data);
    showProblems(problems, script.src);
    if (isNewer(scene, newest)) newest = scene;
    update();
  };

  const update = async () => {
    if (busy) return;
    busy = true;
    try {
      while (isNewer(newest, shown)) {
        const response = await fetch(location.href, { cache: "no-store" });
        const next = new DOMParser().parseFromString(await response.text(), "text/html");
        const theirs = next.querySelector("script[data-scene]");
        if (!theirs || hasScripts(document) || hasScripts(next)) return reload();
        become(document.documentElement, next.documentElement);
        showMark(theirs.dataset.mark);
        shown = theirs.dataset.scene;
        if (isNewer(shown, newest)) newest = shown;
      }
    } catch {
      setTimeout(update, 500);
    } finally {
      busy = false;
    }
  };

  showMark(script.dataset.mark);
  restore();
  if (typeof SharedWorker === "undefined") return listen(script.src, heard);
  const worker = new SharedWorker(script.src, { name: "careers" });
  worker.onerror = () => listen(script.src, heard);
  worker.port.onmessage = ({ data }) => heard(data);
  worker.port.postMessage("hello");
  addEventListener("pagehide", () => worker.port.postMessage("bye"));
  addEventListener("pageshow", ({ persisted }) => persisted && worker.port.postMessage("hello"));
};

// A scene is named by the run of the server and its number in that.
const isNewer = (scene, other) => {
  const [[run, number], [otherRun, otherNumber]] = [scene, other].map((name) => name.split("-").map(Number));
  return run === otherRun ? number > otherNumber : run > otherRun;
};

// Scripts of a theme would not run again on a page that only becomes another: such a page is loaded anew, unless they are
// marked as lasting.
const hasScripts = (page) =>
  [...page.scripts].some(({ dataset, type }) => !dataset.scene && !("lasting" in dataset) && !/json/.test(type));

const PLACE = "careers-place";

const reload = () => {
  const open = [...document.querySelectorAll("details")].map((details) => details.open);
  sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY, open }));
  location.reload();
};

const restore = () => {
  const saved = JSON.parse(sessionStorage.getItem(PLACE));
  sessionStorage.removeItem(PLACE);
  if (saved?.path !== location.pathname) return;
  document.querySelectorAll("details").forEach((details, index) => (details.open = saved.open[index] ?? details.open));
  scrollTo({ left: saved.x, top: saved.y, behavior: "instant" });
};

// Makes one tree equal to another and leaves alone what is equal already, so that the place on the page, what is open and
// what has been typed stay.
const become = (from, to) => {
  if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return;
  }
  if (isStylesheet(from) && from.href !== to.href) return swapStylesheet(from, to);
  if (from.dataset?.scene) return;
  const isReaders = (name) => name === "open" && from.localName === "details";
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !isReaders(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value && !isReaders(name)) from.setAttribute(name, value);
  }
  const ours = [...from.childNodes].filter((node) => !isOurs(node));
  const theirs = [...to.childNodes];
  while (ours.length && theirs.length && ours[0].isEqualNode(theirs[0])) ours.shift(), theirs.shift();
  let end = null;
  while (ours.length && theirs.length && ours.at(-1).isEqualNode(theirs.at(-1))) (end = ours.pop()), theirs.pop();
  theirs.forEach((their, index) => {
    const our = ours[index];
    if (our && isAlike(our, their)) become(our, their);
    else if (our) our.replaceWith(document.importNode(their, true));
    else from.insertBefore(document.importNode(their, true), end);
  });
  for (const our of ours.slice(theirs.length)) our.remove();
};

const isAlike = (our, their) => our.nodeName === their.nodeName && (our.id ?? "") === (their.id ?? "");

const isOurs = (node) => node.localName === "careers-problems" || node.localName === "careers-mark" || node.dataset?.old;

const isStylesheet = (node) => node.localName === "link" && node.relList.contains("stylesheet");

// The old one stays until the new one is there, so that no page is ever without.
const swapStylesheet = (from, to) => {
  const next = document.importNode(to, true);
  from.dataset.old = "true";
  next.onload = next.onerror = () => from.remove();
  from.after(next);
};

const STYLE = `
:host { position: fixed; z-index: 2147483647; inset: auto 0 0 0; font: 14px/1.5 ui-monospace, monospace; }
section { max-height: 60vh; overflow: auto; padding: 1em 1.5em; background: #1c1917; color: #fafaf9;
  border-top: 4px solid #ef4444; }
pre { margin: 0 0 1em; white-space: pre-wrap; font: inherit; }
a { color: #93c5fd; } button { float: right; font: inherit; }
p { position: absolute; right: 1em; bottom: 1em; margin: 0; padding: .25em .75em; border-radius: 1em;
  background: #b45309; color: #fff; }`;

// Above the page and outside of its body; styled from here, as the site's policy may allow no other styles.
const above = (name, element) => {
  document.querySelector(name)?.remove();
  if (!element) return;
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  root.append(element);
  document.documentElement.append(host);
};

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const showProblems = (text, base) => {
  if (!text) return above("careers-problems");
  const hide = make("button", { type: "button", onclick: () => above("careers-problems") }, "Hide");
  const all = make("a", { href: new URL("./", base).href }, "All problems");
  const box = make("section", { role: "alert" }, hide, make("pre", {}, text), all);
  above("careers-problems", box);
};

const showMark = (mark) => above("careers-mark", mark && make("p", { role: "status" }, mark));

if (typeof SharedWorkerGlobalScope !== "undefined" && self instanceof SharedWorkerGlobalScope) share();
else look(document.currentScript);

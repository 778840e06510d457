// The buttons beside the links for sharing: each comes only where the browser can do what it says.
const { href: url } = document.querySelector("link[rel=canonical]");
const { title } = document;

const offer = (mark, isPossible, act) => {
  const button = document.querySelector(`[data-${mark}]`);
  button.parentElement.hidden = !isPossible;
  button.addEventListener("click", () => act(button).catch(() => {}));
};

// No link: whoever collects addresses to apply at takes every `mailto:` for one.
offer("email", true, async () => {
  location.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`;
});

offer("copy", navigator.clipboard, async (button) => {
  await navigator.clipboard.writeText(url);
  const text = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = text), 2000);
});

offer("share", navigator.share, () => navigator.share({ title, url }));

// The buttons beside the link for sharing. It listens to the page as a whole, and so outlives changes of what is in it.
document.addEventListener("click", async ({ target }) => {
  const { href } = document.querySelector("link[rel=canonical]");
  // No link: whoever collects addresses to apply at takes every `mailto:` for one.
  if (target.closest("[data-email]")) {
    location.href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(href)}`;
  }
  const copy = target.closest("[data-copy]");
  if (!copy) return;
  const { textContent: text, dataset } = copy;
  await navigator.clipboard.writeText(href);
  copy.textContent = dataset.copied;
  setTimeout(() => (copy.textContent = text), 2000);
});

// Between the filters and the list: where the address says what is sought, the list does not show before search.js has
// looked through it, so that nothing jumps. Should that never come, it shows after all.
{
  const asked = new URLSearchParams(location.search);
  const facets = Array.from(document.querySelectorAll("[data-facet]"), (facet) => facet.dataset.facet);
  const { dataset } = document.documentElement;
  if (["q", ...facets].some((key) => asked.has(key))) {
    dataset.sought = "";
    setTimeout(() => delete dataset.sought, 4000);
  }
}

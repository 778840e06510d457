// Shows the open roles of the careers site that this script comes from, where its tag stands.
// data-company, data-team: only theirs. data-heading: the heading's level, 2 by default, or 0 for none.
(async () => {
  const tag = document.currentScript;
  const { company, team, heading = 2 } = tag.dataset;
  const response = await fetch(new URL("embed.json", tag.src));
  if (!response.ok) return;
  const { title, other, none, roles } = await response.json();

  const add = (parent, name, text = "") => {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  };
  const section = document.createElement("section");
  section.setAttribute("aria-label", title);
  const level = Math.min(Number(heading), 5);
  if (level) add(section, `h${level}`, title);

  const is = (wanted, value = "") => !wanted || wanted.toLowerCase() === value.toLowerCase();
  const shown = roles.filter((role) => is(company, role.company) && is(team, role.team));
  const several = new Set(shown.map((role) => role.company)).size > 1;
  const groups = new Map();
  for (const role of shown) {
    const key = role.team || "";
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(role);
  }
  // Those without a team come last.
  const rest = groups.get("");
  if (groups.delete("")) groups.set("", rest);

  for (const [name, members] of groups) {
    if (groups.size > 1) add(section, `h${(level || 2) + 1}`, name || other);
    const list = add(section, "ul");
    for (const { title, url, company, where, type = [], salary } of members) {
      const item = add(list, "li");
      add(item, "a", title).href = url;
      const facts = [several && company, where, ...type, salary].filter(Boolean).join(" \u00b7 ");
      if (facts) {
        add(item, "br");
        item.append(facts);
      }
    }
  }
  if (!groups.size) add(section, "p", none);
  tag.after(section);
})().catch(() => {});

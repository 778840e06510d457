// A press on a column's heading sorts the rows of the page by it, a second one the other way round. Without this script
// they stay in the order that they were built in.
const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

const key = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();

function sort(table, column, sign) {
  for (const body of table.tBodies) {
    const rows = [...body.rows].filter((row) => !row.matches(".part"));
    rows.sort((a, b) => {
      const [one, other] = [key(a, column), key(b, column)];
      // What says nothing comes last either way.
      return !one - !other || sign * compare(one, other);
    });
    body.append(...rows);
  }
}

for (const table of document.querySelectorAll(".roles")) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const order = heading.ariaSort;
      const down = order ? order === "ascending" : "down" in heading.dataset;
      for (const other of headings) other.ariaSort = null;
      heading.ariaSort = down ? "descending" : "ascending";
      sort(table, column, down ? -1 : 1);
    });
  });
}

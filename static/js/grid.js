// A table of the desk: from cell to cell by keyboard, and what looks wrong said while one types. Without it the table is
// an ordinary form, and the server checks all the same.
"use strict";
{
  const JUMP = 0.3;
  const ENDS = [["low", "high"], ["converted_low", "converted_high"], ["months_min", "months_max"], ["cost_low", "cost_high"]];
  const cellsOf = (row) => [...row.querySelectorAll("td[data-name] input, td[data-name] select")];

  const move = (input, step) => {
    const row = input.closest("tr");
    const column = cellsOf(row).indexOf(input);
    const rows = [...row.parentElement.rows];
    const next = rows[rows.indexOf(row) + step];
    const target = next && cellsOf(next)[column];
    if (target) {
      target.focus();
      target.select?.();
    }
  };

  const numberIn = (row, name) => {
    const text = row.querySelector(`td[data-name="${name}"] input`)?.value.trim();
    return text ? Number(text) : NaN;
  };

  const doubtsOf = (row) => {
    const [low, mean, high] = ["low", "mean", "high"].map((name) => numberIn(row, name));
    const doubts = [];
    for (const [least, most] of ENDS) {
      if (numberIn(row, least) > numberIn(row, most)) doubts.push([most, "The low end is above the high one."]);
    }
    if (mean < low * (1 - JUMP) || mean > high * (1 + JUMP)) doubts.push(["mean", "The mean lies far outside the range."]);
    for (const cell of row.querySelectorAll("td[data-name]")) {
      const before = Number(cell.dataset.before);
      const now = numberIn(row, cell.dataset.name);
      if (before && Math.abs(now - before) > Math.abs(before) * JUMP) {
        doubts.push([cell.dataset.name, `A change of ${Math.round((100 * Math.abs(now - before)) / Math.abs(before))}%: sure?`]);
      }
    }
    return doubts;
  };

  // What is said of each row, so that one that is put right does not silence another.
  const said = new Map();

  const check = (table, row) => {
    const doubts = doubtsOf(row);
    for (const input of cellsOf(row)) {
      const told = doubts.filter(([name]) => name === input.closest("td").dataset.name).map(([, words]) => words);
      input.closest("td").classList.toggle("doubtful", told.length > 0);
      input.title = told.join(" ");
    }
    const what = row.querySelector("th").firstChild.textContent.trim();
    said.set(row, doubts.map(([, words]) => `${what}: ${words}`).join(" "));
    table.closest("form").querySelector("[data-said]").textContent = [...said.values()].filter(Boolean).join(" ");
  };

  for (const table of document.querySelectorAll("table[data-grid]")) {
    table.addEventListener("keydown", (event) => {
      if (!event.target.matches("td[data-name] input")) return;
      const step = { ArrowUp: -1, ArrowDown: 1, Enter: event.shiftKey ? -1 : 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      move(event.target, step);
    });
    table.addEventListener("input", ({ target }) => check(table, target.closest("tr")));
  }
}

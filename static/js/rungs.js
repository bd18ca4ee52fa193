// Optional, no page needs it: the contents ladder shows which section is being read.
const links = new Map([...document.querySelectorAll(".toc a")].map((link) => [link.hash.slice(1), link]));

const follow = (entries) => {
  const reading = entries.find((entry) => entry.isIntersecting);
  if (!reading) return;
  for (const link of links.values()) link.removeAttribute("aria-current");
  links.get(reading.target.id).setAttribute("aria-current", "true");
};

const observer = new IntersectionObserver(follow, { rootMargin: "-10% 0px -75% 0px" });
for (const id of links.keys()) {
  const section = document.getElementById(id);
  if (section) observer.observe(section);
}

// Optional too: the search box suggests titles while one types. Without it the form leads to the page of results.
const PAUSE = 150; // milliseconds without a key before we ask
const RELATION = { "other name": "is a title of", rung: "is a rung of", code: "is the code of" };

const suggestIn = (form, number) => {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  let asking = new AbortController();
  let timer;
  let active = -1;

  list.id = `suggestions-${number}`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Titles");
  told.className = "hidden";
  told.setAttribute("role", "status");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  form.append(list, told);

  const choose = (next) => {
    active = next;
    [...list.children].forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === active));
    });
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    }
  };

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };

  const optionFor = (hit, place) => {
    const option = document.createElement("li");
    const title = document.createElement("b");
    const more = document.createElement("small");
    option.id = `${list.id}-${place}`;
    option.setAttribute("role", "option");
    option.dataset.page = hit.page;
    title.textContent = hit.title;
    const kind = hit.kind === "career" ? "career" : `occupation ${hit.code}`;
    more.textContent = RELATION[hit.stands_as] ? `${RELATION[hit.stands_as]} ${hit.name}, ${kind}` : kind;
    option.append(title, " ", more);
    return option;
  };

  const show = (hits) => {
    list.replaceChildren(...hits.map(optionFor));
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    told.textContent = hits.length === 1 ? "1 title" : `${hits.length} titles`;
    choose(-1);
  };

  const ask = async () => {
    asking.abort();
    const query = input.value.trim();
    if (query.length < 2) return close();
    asking = new AbortController();
    try {
      const address = `/api/v1/search/?page_size=8&q=${encodeURIComponent(query)}`;
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok) show((await answer.json()).results);
    } catch (problem) {
      if (problem.name !== "AbortError") close(); // the form still works
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const last = list.children.length - 1;
    if (event.key === "Escape" && !list.hidden) close();
    else if (list.hidden || last < 0) return;
    else if (event.key === "ArrowDown") choose(active < last ? active + 1 : 0);
    else if (event.key === "ArrowUp") choose(active > 0 ? active - 1 : last);
    else if (event.key === "Enter" && active >= 0) location.assign(list.children[active].dataset.page);
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("li");
    if (option) location.assign(option.dataset.page);
  });
  input.addEventListener("blur", () => setTimeout(close, PAUSE));
};

document.querySelectorAll("form.search[action$='/search/']").forEach(suggestIn);

// Buttons that copy the code above them, where a browser lets them.
for (const button of document.querySelectorAll("[data-copy]")) {
  const box = button.closest("details");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(box.querySelector("textarea").value);
    box.querySelector("[role=status]").textContent = "Copied.";
  });
}

// And a table that is folded into lines on a narrow screen stays a table for those who hear it: some browsers forget.
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
const roleOf = (part) => ROLES[part.tagName] ?? (part.scope.startsWith("row") ? "rowheader" : "columnheader");

for (const table of document.querySelectorAll(".compare, .plot"))
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) part.setAttribute("role", roleOf(part));

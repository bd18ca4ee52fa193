// A guide on one page of the desk: parts are added, moved and removed in place, what is typed is checked and kept in the
// draft a moment later, rows are offered by name, and prose is shown as readers see it. Without it the page is a form.
"use strict";
{
  const form = document.querySelector("form[data-guide]");
  const WAIT = 3000; // milliseconds after the last key
  const LONGEST_WAIT = 15000; // for who does not stop typing
  const state = form.querySelector("[data-state]");
  const csrf = () => form.elements.csrfmiddlewaretoken.value;
  const word = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const partsOf = (list) => [...list.querySelectorAll(":scope > ol > li.guide-part")].filter((part) => !part.hidden);
  const fieldOf = (part, name) => form.elements[`${part.dataset.part}-${name}`];
  form.classList.add("scripted");

  const say = (text) => {
    state.textContent = text;
  };

  // The order of the parts -------------------------------------------------------------------------------------------
  const count = (list) => {
    partsOf(list).forEach((part, place) => {
      fieldOf(part, "part_order").value = place + 1;
      const [up, down] = part.querySelectorAll("button[name=_move]");
      if (up) up.disabled = place === 0;
      if (down) down.disabled = place === partsOf(list).length - 1;
    });
    const add = list.querySelector(".add-row");
    if (add) add.hidden = "single" in list.dataset && partsOf(list).length > 0;
  };

  const typed = (element) => element.dispatchEvent(new Event("change", { bubbles: true }));

  const moved = (list, part) => {
    count(list);
    typed(fieldOf(part, "part_order"));
  };

  const move = (button) => {
    const part = button.closest("li");
    const list = part.closest("[data-list]");
    const parts = partsOf(list);
    const isUp = button.value.endsWith(":up");
    const other = parts[parts.indexOf(part) + (isUp ? -1 : 1)];
    if (!other) return;
    if (isUp) other.before(part);
    else other.after(part);
    moved(list, part);
    if (button.disabled) part.querySelector("button[name=_move]:enabled")?.focus();
    else button.focus();
    say(`${part.querySelector("[data-title]").textContent}: place ${partsOf(list).indexOf(part) + 1}.`);
  };

  let dragged = null;
  const drag = (event) => {
    const handle = event.target.closest?.("[data-drag]");
    if (event.type === "dragstart" && handle) {
      dragged = handle.closest("li");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setDragImage(dragged, 0, 0);
    }
    const over = event.target.closest?.("li.guide-part");
    const isNear = dragged && over && over !== dragged && over.parentElement === dragged.parentElement;
    if (event.type === "dragover" && dragged && over?.parentElement === dragged.parentElement) event.preventDefault();
    if (event.type === "drop" && isNear) {
      event.preventDefault();
      const box = over.getBoundingClientRect();
      if (event.clientY < box.top + box.height / 2) over.before(dragged);
      else over.after(dragged);
      moved(dragged.closest("[data-list]"), dragged);
    }
    if (event.type === "dragend") dragged = null;
  };

  // Parts that come and go ---------------------------------------------------------------------------------------------
  const carry = (from, to) => {
    for (const field of to.querySelectorAll("[data-carried]")) {
      const above = from.querySelector(`[data-field="${field.dataset.field}"]`);
      const [old, now] = [above, field].map((one) => one?.querySelector("input, select, textarea"));
      if (old && now) now.value = old.value;
      const named = field.querySelector("[data-named]");
      if (named) named.textContent = above?.querySelector("[data-named]")?.textContent ?? "";
    }
  };

  const ready = (part) => {
    const bar = part.querySelector(".guide-bar");
    const gone = part.querySelector(".guide-gone input");
    if (gone) {
      const title = part.querySelector("[data-title]");
      const handle = document.createElement("span");
      handle.className = "guide-drag";
      handle.dataset.drag = "";
      handle.draggable = true;
      handle.title = "Drag it to another place";
      handle.setAttribute("aria-hidden", "true");
      handle.textContent = "⠿";
      title.before(handle);
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "button quiet";
      remove.dataset.remove = "";
      remove.append("Remove");
      const name = document.createElement("span");
      name.className = "visually-hidden";
      name.textContent = `: ${title.textContent}`;
      remove.append(name);
      bar.append(remove);
    }
    for (const field of part.querySelectorAll("[data-prose]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "guide-show";
      button.dataset.show = "";
      button.textContent = "Preview";
      const name = document.createElement("span");
      name.className = "visually-hidden";
      name.textContent = ` of ${field.querySelector("label").firstChild.textContent}`;
      button.append(name);
      field.querySelector(".guide-label").append(button);
    }
  };

  const add = (button) => {
    const list = button.closest("[data-list]");
    const total = form.elements[`${list.dataset.list}-TOTAL_FORMS`];
    const parts = partsOf(list);
    const made = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
    made.innerHTML = made.innerHTML.replaceAll("__prefix__", total.value);
    made.id = made.dataset.part = `${list.dataset.list}-${total.value}`;
    total.value = Number(total.value) + 1;
    list.querySelector(":scope > ol").append(made);
    fieldOf(made, "part_made").value = word();
    if (parts.length) carry(parts.at(-1), made);
    ready(made);
    count(list);
    made.querySelector(".guide-fields input:not([type=hidden]), .guide-fields textarea, .guide-fields select")?.focus();
    return made;
  };

  // What is removed stays in the form, unseen, until the page is loaded again: it can be put back.
  const remove = (button) => {
    const part = button.closest("li");
    const list = part.closest("[data-list]");
    const gone = part.querySelector(".guide-gone input");
    const title = part.querySelector("[data-title]").textContent;
    gone.checked = true;
    part.hidden = true;
    const row = document.createElement("li");
    row.className = "guide-undo";
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "button quiet";
    undo.textContent = `Put “${title}” back`;
    undo.addEventListener("click", () => {
      gone.checked = false;
      if (part.dataset.removed) {
        // It is out of the draft already: it comes back as a new one.
        fieldOf(part, "part_row").value = "";
        fieldOf(part, "version_read").value = "";
        fieldOf(part, "part_made").value = word();
        delete part.dataset.removed;
      }
      part.hidden = false;
      row.remove();
      moved(list, part);
      part.querySelector("[data-remove]").focus();
    });
    row.append(undo);
    part.after(row);
    undo.focus();
    count(list);
    typed(gone);
  };

  // Rows by name -------------------------------------------------------------------------------------------------------
  const titles = (model) =>
    [...form.querySelectorAll(`[data-of="${model}"]`)].flatMap((list) =>
      partsOf(list).map((part) => (fieldOf(part, "title") || fieldOf(part, "name"))?.value.trim()).filter(Boolean),
    );

  const offered = (field) => {
    const input = field.querySelector("input");
    const id = `${input.id}_names`;
    let names = document.getElementById(id);
    if (!names) {
      names = document.createElement("datalist");
      names.id = id;
      field.append(names);
      input.setAttribute("list", id);
    }
    return names;
  };

  const offer = async (field) => {
    const input = field.querySelector("input");
    const isSeveral = "several" in field.dataset;
    const parts = input.value.split(",");
    const last = (isSeveral ? parts.at(-1) : input.value).trim();
    const before = isSeveral && parts.length > 1 ? `${parts.slice(0, -1).join(",").trim()}, ` : "";
    const query = new URLSearchParams({ of: field.dataset.namesOf, q: last });
    const answer = last ? await fetch(`${form.dataset.names}?${query}`).catch(() => null) : null;
    const found = answer?.ok ? (await answer.json()).names : [];
    const own = titles(field.dataset.namesOf).map((title) => ({ key: title, name: "on this page" }));
    const options = [...own, ...found].map(({ key, name }) => {
      const option = document.createElement("option");
      option.value = before + key;
      option.label = name;
      return option;
    });
    offered(field).replaceChildren(...options);
    const chosen = found.find(({ key }) => key === last);
    const named = field.querySelector("[data-named]");
    if (named && !isSeveral) named.textContent = chosen && chosen.name !== last ? chosen.name : "";
  };

  const waits = new Map();
  const later = (key, act, wait) => {
    clearTimeout(waits.get(key));
    waits.set(key, setTimeout(act, wait));
  };

  // Prose as readers see it ----------------------------------------------------------------------------------------------
  const show = async (button) => {
    const field = button.closest("[data-field]");
    const there = field.querySelector(".guide-preview");
    if (there) {
      there.remove();
      return;
    }
    const body = new FormData();
    body.set("text", field.querySelector("textarea").value);
    const answer = await fetch(form.dataset.markdown, { method: "POST", body, headers: { "X-CSRFToken": csrf() } }).catch(() => null);
    const preview = document.createElement("div");
    preview.className = "guide-preview";
    if (answer?.ok) preview.innerHTML = await answer.text(); // rendered and cleaned by the server
    else preview.textContent = "It cannot be shown now.";
    field.append(preview);
  };

  // What is wrong, and what is kept ------------------------------------------------------------------------------------
  const line = (text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  };

  const told = (part, errors) => {
    for (const list of part.querySelectorAll("[data-words-of]")) {
      const name = list.dataset.wordsOf === part.dataset.part ? "" : list.dataset.wordsOf;
      const words = errors[name] || [];
      // Nobody is told that a field is empty before they have come to it.
      const isFresh = part.contains(document.activeElement) && document.activeElement.name !== name && !form.elements[name]?.value;
      list.replaceChildren(...(isFresh && name ? [] : words.map(line)));
      form.elements[name]?.toggleAttribute?.("aria-invalid", list.childElementCount > 0);
    }
    const isWrong = part.querySelector("[data-words-of] > li") !== null;
    part.classList.toggle("wrong", isWrong);
    const sure = part.querySelector(".guide-sure");
    if (sure && Object.values(errors).flat().some((words) => words.includes("Numbers are right"))) sure.hidden = false;
  };

  const taken = (answer) => {
    for (const [name, { row, version, title, filled }] of Object.entries(answer.parts)) {
      const part = document.getElementById(name);
      if (!part) continue;
      fieldOf(part, "part_row").value = row;
      fieldOf(part, "version_read").value = version;
      part.querySelector("[data-title]").textContent = title;
      for (const [field, value] of Object.entries(filled)) if (!fieldOf(part, field).value) fieldOf(part, field).value = value;
    }
    for (const name of answer.gone) {
      const part = document.getElementById(name);
      if (part) part.dataset.removed = "yes";
    }
    for (const part of form.querySelectorAll("li.guide-part")) told(part, answer.errors[part.dataset.part] || {});
    const ofPage = Object.values(answer.errors).flatMap((errors) => errors.correction_kind || []);
    const kind = document.getElementById("id_correction_kind");
    kind?.toggleAttribute("aria-invalid", ofPage.length > 0);
    return Object.keys(answer.errors).length;
  };

  const SIGNED_OUT = "Your session has ended. Press Save and sign in again: all that you typed is kept.";
  const NOT_SENT = "It could not be kept just now. It is kept in this browser; go on, or press Save.";
  let isOnItsWay = false;
  let isSubmitted = false;
  let isDue = false;
  let waitsSince = 0;

  const keep = async () => {
    if (isSubmitted) return;
    if (isOnItsWay) {
      isDue = true;
      return;
    }
    isOnItsWay = true;
    isDue = false;
    waitsSince = 0;
    form.dispatchEvent(new CustomEvent("keeping"));
    const body = new FormData(form);
    body.delete("once");
    body.set("_auto", "yes");
    const answer = await fetch(location.href, { method: "POST", body, headers: { "X-CSRFToken": csrf() } }).catch(() => null);
    const said = answer?.ok && answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : null;
    isOnItsWay = false;
    if (!said) {
      say(answer?.status === 403 ? SIGNED_OUT : NOT_SENT);
    } else {
      const wrong = taken(said);
      const when = new Date().toLocaleTimeString("en-US");
      const left = wrong ? ` ${wrong} part${wrong === 1 ? " needs" : "s need"} a look.` : "";
      say(said.saved ? `${said.count} parts. Kept in your draft at ${when}.${left}` : `Checked at ${when}.${left} Press Save to publish.`);
      if (said.saved && !wrong) form.dispatchEvent(new CustomEvent("kept"));
    }
    if (isDue) later("keep", keep, WAIT);
  };

  const arrived = () =>
    new Promise((done) => {
      const look = () => (isOnItsWay ? setTimeout(look, 50) : done());
      look();
    });

  const acts = [
    ["button[name=_add]", add],
    ["button[name=_move]", move],
    ["button[data-remove]", remove],
    ["button[data-show]", show],
  ];

  form.addEventListener("click", (event) => {
    const act = acts.find(([selector]) => event.target.closest(selector));
    if (!act) return;
    event.preventDefault();
    act[1](event.target.closest(act[0]));
  });
  for (const kind of ["dragstart", "dragover", "drop", "dragend"]) form.addEventListener(kind, drag);

  const noticed = ({ target }) => {
    const field = target.closest?.("[data-names-of]");
    if (field) later(field, () => offer(field), 250);
    waitsSince ||= Date.now();
    later("keep", keep, Math.max(0, Math.min(WAIT, waitsSince + LONGEST_WAIT - Date.now())));
  };
  form.addEventListener("input", noticed);
  form.addEventListener("change", noticed);
  form.addEventListener("focusin", ({ target }) => {
    const field = target.closest?.("[data-names-of]");
    if (field && titles(field.dataset.namesOf).length) offer(field);
  });

  // A part that is being kept gets its number first: it is not to be added twice.
  form.addEventListener("submit", (event) => {
    isSubmitted = true;
    clearTimeout(waits.get("keep"));
    if (!isOnItsWay) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    arrived().then(() => form.requestSubmit(event.submitter));
  }, true);
  window.addEventListener("pageshow", () => {
    isSubmitted = false;
  });

  for (const part of form.querySelectorAll("li.guide-part")) ready(part);
  for (const list of form.querySelectorAll("[data-list]")) count(list);
}

// What is typed into a form of the desk stays until it is saved: in this browser at once, and at the desk a moment later.
// Leaving the page with words that are not saved asks first, and a form that is on its way is not sent twice.
"use strict";
{
  const place = document.querySelector("[data-typed]");
  const form = place?.closest("form");
  const SKIPPED = new Set(["csrfmiddlewaretoken", "once"]);
  const WAIT = 2000; // milliseconds after the last key
  const prefix = `rungs-typed-${place?.dataset.user}-`;
  const page = location.pathname + location.search;
  const key = prefix + page;

  const fields = () =>
    [...form.elements].filter((one) => one.name && !SKIPPED.has(one.name) && !["file", "submit", "button", "password"].includes(one.type));

  const typedIn = (one) => {
    if (one.type === "checkbox" || one.type === "radio") return one.checked;
    if (one.multiple) return [...one.selectedOptions].map((option) => option.value);
    return one.value;
  };

  const labelOf = (one) => (one.selectedOptions ? [...one.selectedOptions].map((option) => option.text) : []);

  const read = () => fields().map((one) => [one.name, typedIn(one), labelOf(one)]);

  const choose = (select, values, labels) => {
    values.forEach((value, place_) => {
      if (![...select.options].some((option) => option.value === value)) select.add(new Option(labels[place_] || value, value));
    });
    for (const option of select.options) option.selected = values.includes(option.value);
  };

  const put = (one, value, labels) => {
    if (one.type === "checkbox" || one.type === "radio") one.checked = value;
    else if (one.options) choose(one, [value].flat(), labels);
    else one.value = value;
    one.dispatchEvent(new Event("change", { bubbles: true }));
  };

  // Rows that were added to a table of the form are added again.
  const addRows = (kept) => {
    for (const [name, value] of kept.filter(([name_]) => name_.endsWith("-TOTAL_FORMS"))) {
      const total = form.elements[name];
      const more = document.querySelector(`#${name.replace(/-TOTAL_FORMS$/, "")}-group .add-row :is(a, button)`);
      while (total && more && Number(total.value) < Number(value)) more.click();
    }
  };

  const putBack = (kept) => {
    addRows(kept);
    for (const [name, value, labels] of kept) {
      const one = form.elements[name];
      if (one && !(one instanceof RadioNodeList) && !name.endsWith("_FORMS")) put(one, value, labels);
    }
  };

  const send = (text) => {
    const body = new FormData();
    body.set("page", page);
    body.set("fields", text);
    return fetch(place.dataset.typed, {
      method: "POST",
      body,
      headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      keepalive: text.length < 60000,
    }).catch(() => null); // the copy in this browser is left
  };

  const forget = () => {
    localStorage.removeItem(key);
    return send("");
  };

  const offer = (kept, when) => {
    const bar = document.createElement("div");
    bar.className = "kept-words";
    bar.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = `You typed here on ${new Date(when).toLocaleString("en-US")} and did not save it.`;
    const button = (text, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "button";
      made.textContent = text;
      made.addEventListener("click", () => {
        bar.remove();
        act();
      });
      return made;
    };
    bar.append(words, button("Put it back", () => putBack(kept)), button("Throw it away", forget));
    form.prepend(bar);
  };

  const local = () => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  // A copy whose form was sent and saved is done with: the page that follows says so.
  const forgetSaved = () => {
    if (!document.querySelector(".messagelist .success, .messagelist .info")) return;
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith("rungs-typed-") && JSON.parse(localStorage.getItem(name)).sent) localStorage.removeItem(name);
    }
  };

  const watch = () => {
    let first = JSON.stringify(read());
    let isSent = false;
    let timer = 0;
    const isTyped = () => JSON.stringify(read()) !== first;
    const keep = () => {
      const now = read();
      localStorage.setItem(key, JSON.stringify({ fields: now, when: Date.now(), sent: isSent }));
      clearTimeout(timer);
      timer = setTimeout(() => isSent || send(JSON.stringify(now)), WAIT);
    };
    // A page that keeps what is typed by itself says so: what stood there when it began is saved.
    let sent = first;
    form.addEventListener("keeping", () => {
      sent = JSON.stringify(read());
    });
    form.addEventListener("kept", () => {
      first = sent;
      if (isTyped()) return;
      clearTimeout(timer);
      forget();
    });
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("submit", (event) => {
      if (isSent) {
        event.preventDefault();
        return;
      }
      isSent = true;
      if (isTyped()) keep();
      setTimeout(() => {
        isSent = false; // where no answer comes, it can be sent again
      }, 10000);
    });
    window.addEventListener("pageshow", () => {
      isSent = false;
    });
    window.addEventListener("beforeunload", (event) => {
      if (!isSent && isTyped()) event.preventDefault();
    });
  };

  const start = () => {
    const hasErrors = document.querySelector(".error-summary, .errornote");
    const here = local();
    const there = JSON.parse(document.getElementById("typed-before")?.textContent || "null");
    const newest = [here, there].filter(Boolean).sort((one, other) => other.when - one.when)[0];
    if (newest && !hasErrors && JSON.stringify(newest.fields) !== JSON.stringify(read())) offer(newest.fields, newest.when);
    watch();
  };

  forgetSaved();
  document.getElementById("logout-form")?.addEventListener("submit", () => {
    for (const name of Object.keys(localStorage)) if (name.startsWith("rungs-typed-")) localStorage.removeItem(name);
  });
  if (form) window.addEventListener("load", () => setTimeout(start));
}

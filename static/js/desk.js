// What the admin's pages leave without a name, for those who do not see them. Fields in which one chooses by typing are
// drawn by select2, which does not take over their label.
"use strict";
{
  const unseen = (tag, text) => {
    const element = document.createElement(tag);
    element.className = "visually-hidden";
    element.textContent = text;
    return element;
  };

  const labelOf = (select) => {
    let label = document.querySelector(`label[for="${select.id}"]`);
    if (!label) {
      label = unseen("label", select.getAttribute("aria-label") || select.name);
      label.htmlFor = select.id;
      select.before(label);
    }
    label.id ||= `${select.id}_label`;
    return label;
  };

  const name = (select) => {
    const label = labelOf(select);
    const box = select.nextElementSibling.querySelector("[role=combobox]");
    const chosen = box.querySelector("[role=textbox]");
    box.setAttribute("aria-labelledby", chosen ? `${label.id} ${chosen.id}` : label.id);
    chosen?.setAttribute("aria-labelledby", label.id);
    box.querySelector("input")?.setAttribute("aria-labelledby", label.id);
    // Of several that are chosen select2 makes a list, and puts the cross that takes all away in it as if it were one.
    const clear = box.querySelector("ul > .select2-selection__clear");
    if (clear) box.prepend(clear);
  };

  const nameAll = (root) => root.querySelectorAll("select.select2-hidden-accessible").forEach(name);

  const nameOpened = ({ target }) => {
    const box = target.nextElementSibling.querySelector("[role=combobox]");
    box.setAttribute("aria-controls", box.getAttribute("aria-owns"));
    const typed = document.querySelector(".select2-container--open .select2-search__field");
    typed.setAttribute("aria-labelledby", labelOf(target).id);
  };

  window.addEventListener("load", () => {
    nameAll(document);
    document.querySelectorAll("th.original").forEach((head) => {
      head.append(unseen("span", "Row"));
    });
    window.django?.jQuery?.(document)
      .on("select2:open", nameOpened)
      .on("change", "select.select2-hidden-accessible", ({ target }) => name(target));
  });
  document.addEventListener("formset:added", ({ target }) => nameAll(target));
}

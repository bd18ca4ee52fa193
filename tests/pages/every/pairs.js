// Every colour of text with the ground it stands on: text of elements, of what the sheet puts before and after them,
// of fields, and of charts (which stand on the page's ground). Hidden text is left out.
() => {
  const hex = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    const text = "#" + [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
    return alpha === 1 ? text : alpha === 0 ? null : `${text} at ${alpha}`;
  };
  const ground = (element, pseudo) => {
    const own = pseudo && hex(getComputedStyle(element, pseudo).backgroundColor);
    if (own) return own;
    for (let at = element; at; at = at.parentElement) {
      const colour = hex(getComputedStyle(at).backgroundColor);
      if (colour) return colour;
    }
    return "none";
  };
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest(".hidden");
  const pairs = new Map();
  const add = (text, on, element) => pairs.set(`${text} ${on}`, { text, on, where: element.outerHTML.slice(0, 100) });
  for (const element of document.querySelectorAll("body, body *")) {
    if (!isSeen(element)) continue;
    const style = getComputedStyle(element);
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (hasText || element.matches("input, select, textarea"))
      add(hex(element instanceof SVGElement ? style.fill : style.color), ground(element), element);
    if (element.matches("input[placeholder], textarea[placeholder]"))
      add(hex(getComputedStyle(element, "::placeholder").color), ground(element), element);
    for (const pseudo of ["::before", "::after"]) {
      const made = getComputedStyle(element, pseudo);
      if (!["none", "normal", '""'].includes(made.content) && made.display !== "none")
        add(hex(made.color), ground(element, pseudo), element);
    }
  }
  return [...pairs.values()];
}

// Where a place in a text area stands on the screen: browsers do not say, so the text is laid out once more, unseen, in the same way.

const alike = [
  "boxSizing", "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth", "borderStyle", "paddingTop", "paddingRight", "paddingBottom", "paddingLeft",
  "fontFamily", "fontSize", "fontStyle", "fontWeight", "fontStretch", "fontVariantLigatures", "letterSpacing", "wordSpacing", "lineHeight", "textIndent", "textAlign", "tabSize", "direction",
];

/**
 * The line of a place, in pixels from the upper left corner of the area's border, as it is scrolled now.
 * @param {HTMLTextAreaElement} area
 * @param {number} at the number of characters before it
 * @returns {{ left: number, top: number, bottom: number }}
 */
export function placeOf(area, at) {
  const copy = document.createElement("div");
  const look = getComputedStyle(area);
  for (const name of alike) copy.style[/** @type {any} */ (name)] = look[/** @type {any} */ (name)];
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word", top: "0", left: "0" });
  // Without the scrollbar, which takes room from the lines.
  const edges = parseFloat(look.borderLeftWidth) + parseFloat(look.borderRightWidth);
  copy.style.width = `${look.boxSizing === "border-box" ? area.clientWidth + edges : area.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight)}px`;
  const mark = document.createElement("span");
  mark.textContent = "\u200b";
  copy.append(area.value.slice(0, at), mark, area.value.slice(at) || " ");
  document.body.append(copy);
  const place = { left: mark.offsetLeft - area.scrollLeft, top: mark.offsetTop - area.scrollTop, bottom: mark.offsetTop + mark.offsetHeight - area.scrollTop };
  copy.remove();
  return place;
}

// Pairs of texts that cover each other, and texts that leave the page to the right, as JSON.
const scrolls = (element) => getComputedStyle(element).overflow !== "visible";

// The part of a box that is to be seen: scrolled boxes cut what is in them.
const visible = (box, element) => {
  let { left, right, top, bottom } = box;
  for (let each = element; each && each !== document.body && each !== document.documentElement; each = each.parentElement) {
    if (!scrolls(each)) continue;
    const cut = each.getBoundingClientRect();
    left = Math.max(left, cut.left);
    right = Math.min(right, cut.right);
    top = Math.max(top, cut.top);
    bottom = Math.min(bottom, cut.bottom);
  }
  return { left, right, top, bottom };
};

const boxes = [];
const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || element.closest("style, script, title, option")) continue;
  if (!element.checkVisibility({ contentVisibilityAuto: false })) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  // Lines of one text never cover each other, but their boxes may: take the text of SVG as a whole.
  for (const rect of range.getClientRects()) {
    const box = visible(rect, element);
    if (box.right - box.left > 1 && box.bottom - box.top > 1) boxes.push({ ...box, node, text: node.data.trim().slice(0, 60) });
  }
}
boxes.sort((a, b) => a.top - b.top);
const tolerance = 2;
const found = [];
boxes.forEach((a, i) => {
  for (let j = i + 1; j < boxes.length && boxes[j].top < a.bottom - tolerance; j++) {
    const b = boxes[j];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (a.node !== b.node && wide > tolerance && high > tolerance) found.push(`"${a.text}" covers "${b.text}"`);
  }
});
if (document.contentType === "text/html" && document.documentElement.scrollWidth > innerWidth) {
  found.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);
}
return JSON.stringify({ texts: boxes.length, found: found.slice(0, 20) });

"""Looking: what to ask a page in a browser about how it lies in the window."""

# What a reader would have to scroll sideways for, even where the page itself does not scroll.
PAST_THE_SIDE = """
[...document.querySelectorAll('header *, main *, footer *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.hidden, .skip, thead, svg'))
  .map(e => e.outerHTML.slice(0, 100))
"""

# The words of tags and table heads that do not fit on one line.
BROKEN_WORDS = """
[...document.querySelectorAll('.tag > span, .label, thead th, dt')].flatMap(e => {
  if (e.getBoundingClientRect().right < 0) return [];
  const range = document.createRange(), walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), broken = [];
  for (let node; node = walker.nextNode();)
    for (const word of node.data.matchAll(/[^\\s/-]+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (range.getClientRects().length > 1) broken.push(word[0]);
    }
  return broken;
})
"""

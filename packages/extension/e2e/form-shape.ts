/** The shape of a form for its reader: the words that ask for each box, and their connection to it. */
import type { Page } from 'puppeteer-core';

/** For each visible box under one of these words: the words, their connection to it, and the kind of box. Sorted. */
export function shapeOf(page: Page, words: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(shapesOnPage, words);
}

/** Runs in the page. */
function shapesOnPage(words: readonly string[]): readonly string[] {
  const says = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replace(/[\s*:]+/g, ' ').trim();
  /** A separate row above the box's table; its first cell names the box. */
  const over = (box: Element): Element | null | undefined => {
    const own = box.closest('table')?.closest('tr');
    return own?.previousElementSibling?.querySelector('td, th');
  };
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
  return boxes
    .filter((box) => box.checkVisibility() && box.type !== 'hidden')
    .map((box) => {
      const [label] = box.labels ?? [];
      const legend = box.closest('fieldset')?.querySelector('legend');
      const [how, asked] = label
        ? ['a label', says(label)]
        : over(box)
          ? ['the row above', says(over(box))]
          : ['a legend', says(legend)];
      const what = box.localName === 'input' ? `input ${box.type}` : box.localName;
      return { asked, shape: `${asked}: ${what}, by ${how}` };
    })
    .filter(({ asked }) => words.includes(asked))
    .map(({ shape }) => shape)
    .sort();
}

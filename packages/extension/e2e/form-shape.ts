/** What a form looks like to whoever reads it: by which words each box is asked for, and how those words belong to it. */
import type { Page } from 'puppeteer-core';

/** Of each box that is shown under one of these words: the words, how they are tied to it, and what the box is. Sorted. */
export function shapeOf(page: Page, words: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(shapesOnPage, words);
}

/** Runs in the page. */
function shapesOnPage(words: readonly string[]): readonly string[] {
  const says = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replace(/[\s*:]+/g, ' ').trim();
  /** A row of its own above the table that the box stands in; its first cell says what it is. */
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

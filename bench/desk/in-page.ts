/** Searches that run in a page of ours. Each runs there, so it uses nothing from outside itself. */

/** Something to press with these words, or that begins with them: in the content first, then around it. */
export function pressableOf(words: string): HTMLElement | null {
  const says = (element: HTMLElement): string =>
    (element.innerText || element.textContent || '').replace(/\s+/g, ' ').trim();
  const PRESSED =
    'button, summary, a[href], label, [role="button"], [role="option"], [role="menuitem"]';
  for (const place of ['[role="dialog"]', 'main', 'body']) {
    const found = [...document.querySelectorAll<HTMLElement>(`${place} :is(${PRESSED})`)].filter(
      (each) => each.checkVisibility(),
    );
    const exact = found.find((each) => says(each) === words);
    const begun = exact ?? found.find((each) => says(each).startsWith(words));
    if (begun) return begun;
  }
  return null;
}

/** The control with that label. */
export function controlOf(words: string): HTMLElement | null {
  const says = (element: Element): string =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const labels = [...document.querySelectorAll('label')].filter((each) => each.checkVisibility());
  const label =
    labels.find((each) => says(each) === words) ??
    labels.find((each) => says(each).startsWith(words));
  return label?.control ?? null;
}

export function boxOf(id: string): HTMLElement | null {
  return document.getElementById(id);
}

/** The choice with these words in the group with that legend, given as `legend | choice`. */
export function choiceOf(both: string): HTMLElement | null {
  const [legend = '', choice = ''] = both.split(' | ');
  const says = (element: Element | null): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const groups = [...document.querySelectorAll('fieldset')].filter((each) =>
    says(each.querySelector(':scope > legend')).startsWith(legend),
  );
  for (const group of groups) {
    const labels = [...group.querySelectorAll('label')].filter((each) => each.checkVisibility());
    const found =
      labels.find((each) => says(each) === choice) ??
      labels.find((each) => says(each).startsWith(choice));
    if (found) return found;
  }
  return null;
}

/** The button with some words in the row of somebody, given as `person | words`; without words, the one that names them. */
export function inRowOf(both: string): HTMLElement | null {
  const [person = '', words = person] = both.split(' | ');
  const says = (element: HTMLElement): string =>
    (element.innerText || element.textContent || '').replace(/\s+/g, ' ').trim();
  const rows = [...document.querySelectorAll<HTMLElement>('main :is(li, tr)')].filter(
    (each) => each.checkVisibility() && says(each).includes(person) && says(each).includes(words),
  );
  const pressables = rows.flatMap((row) => [
    ...row.querySelectorAll<HTMLElement>('button, a[href]'),
  ]);
  return pressables.find((each) => says(each).includes(words)) ?? null;
}

/** The words, where they can be seen in the window without scrolling. */
export function inSightOf(words: string): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>('main *')].filter(
    (each) => each.children.length === 0 && each.innerText?.replace(/\s+/g, ' ').includes(words),
  );
  const isInSight = (element: HTMLElement): boolean => {
    const { top, bottom, left } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + 2, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && hit !== null && element.contains(hit);
  };
  return all.find(isInSight) ?? null;
}

/** True once the page says these words. */
export function saysWords(words: string): boolean {
  return document.body.innerText.replace(/\s+/g, ' ').includes(words);
}

/** Waits until what was changed last is drawn, and has been followed up. */
export async function drawn(): Promise<void> {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  await frame();
  await frame();
  await new Promise((next) => setTimeout(next, 50));
}

/** Place of an element in the window, how far the page was scrolled for it, and the heading of the screen. */
export interface Reached {
  readonly x: number;
  readonly y: number;
  readonly scrolledPx: number;
  readonly windowPx: number;
}

/**
 * Scrolls, if the element is not in sight, until it is; and gives the point to press. What sticks to the edges of the
 * window hides what is under it.
 */
export async function reach(element: HTMLElement): Promise<Reached> {
  // A new screen may still give the focus to its heading and take its place.
  await new Promise<void>((drawn) =>
    requestAnimationFrame(() => requestAnimationFrame(() => drawn())),
  );
  const middle = (): readonly [x: number, y: number] => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + Math.min(width / 2, 80), top + Math.min(height / 2, 40)];
  };
  const isInSight = (): boolean => {
    const hit = document.elementFromPoint(...middle());
    return hit !== null && (element.contains(hit) || hit.contains(element));
  };
  const before = document.scrollingElement?.scrollTop ?? 0;
  if (!isInSight()) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const [x, y] = middle();
  const scrolledPx = Math.abs((document.scrollingElement?.scrollTop ?? 0) - before);
  return { x, y, scrolledPx, windowPx: innerHeight };
}

/** Error that the page shows, and its last words: there a save says why it was not made. */
export function endShown(): string {
  const words = (element: HTMLElement | null): string =>
    (element?.innerText ?? '').replace(/\s+/g, ' ').trim();
  const wrong = words(document.querySelector('main .govuk-error-summary'));
  return `${wrong && `It says: ${wrong}. `}It ends: ${words(document.querySelector('main')).slice(-600)}`;
}

/** The heading of the screen, if there is one. */
export function headingShown(): string {
  const headings = [...document.querySelectorAll<HTMLElement>('main h1')];
  return headings.find((each) => each.checkVisibility())?.innerText.trim() ?? '';
}

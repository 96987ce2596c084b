/** What is asked of each screen: axe, the keyboard, the narrow window. Each problem is a line of words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const require = createRequire(import.meta.url);
// axe comes with its puppeteer driver, which cannot reach the side panel: its script is run there as it is.
const AXE = readFileSync(
  createRequire(require.resolve('@axe-core/puppeteer')).resolve('axe-core/axe.min.js'),
  'utf8',
);
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeWindow {
  readonly axe?: {
    run(
      context: Document,
      options: unknown,
    ): Promise<{ readonly violations: readonly Violation[] }>;
  };
}
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Violations of WCAG 2.2 to level AA, and of axe's good practice. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as AxeWindow;
    if (!axe) throw new Error('axe did not load');
    const options = { runOnly: { type: 'tag', values: tags }, iframes: false };
    return (await axe.run(document, options)).violations;
  }, STANDARDS);
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} ${failureSummary}`)
        .slice(0, 3)
        .join(' | ')}`,
  );
}

/** Whether the window of that width scrolls sideways, and what sticks out. The width before is given back. */
export async function sidewaysProblems(page: Page, width: number): Promise<readonly string[]> {
  const before = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.setViewport({ width, height: 800 });
  const wide = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    );
    return out.slice(-3).map((element) => `sticks out: ${element.outerHTML.slice(0, 160)}`);
  });
  await page.setViewport(before);
  return wide;
}

interface Walked {
  readonly order: (Element | null)[];
  /** Whether the focus was seen on it, the last time that it came there. */
  readonly shows: Map<Element, boolean>;
}

/** Walks the screen with Tab: what it does not come to, and where it stands without showing it. */
export async function keyboardProblems(page: Page): Promise<readonly string[]> {
  const stops = await page.evaluate(() => {
    const focused = (element: Element): void => {
      walked.order.push(element);
      // A radio or a checkbox is drawn by the label after it.
      const drawn = [
        getComputedStyle(element),
        ...(element.nextElementSibling
          ? [getComputedStyle(element.nextElementSibling, '::before')]
          : []),
      ];
      const isSeen = drawn.some(
        (style) =>
          (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) ||
          style.boxShadow !== 'none',
      );
      walked.shows.set(element, isSeen);
    };
    const walked: Walked = { order: [], shows: new Map() };
    const listener = (event: Event): void => focused(event.target as Element);
    document.addEventListener('focusin', listener);
    Object.assign(globalThis, {
      walked,
      stopWalk: () => document.removeEventListener('focusin', listener),
    });
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    window.focus();
    // What lies under an open dialog cannot be reached, and is not to be.
    const all = (document.querySelector('dialog:modal') ?? document).querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    return [...all].filter((element) => element.tabIndex >= 0 && element.checkVisibility()).length;
  });
  // Twice round: what came while we walked is met on the second.
  for (let step = 0; step < (stops + 4) * 2; step += 1) await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const { walked, stopWalk } = globalThis as unknown as { walked: Walked; stopWalk(): void };
    stopWalk();
    const reached = new Set(walked.order);
    const problems = [...walked.shows]
      .filter(([, isSeen]) => !isSeen)
      .map(([element]) => `focus is not seen on ${element.outerHTML.slice(0, 120)}`);
    // What lies under an open dialog cannot be reached, and is not to be.
    const all = (document.querySelector('dialog:modal') ?? document).querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    for (const element of all) {
      if (element.tabIndex < 0 || !element.checkVisibility() || reached.has(element)) continue;
      // Of radios with one name, Tab comes to one; the arrows go between them. A group of choices has its own way too.
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        const group = document.getElementsByName(element.name);
        if ([...group].some((radio) => reached.has(radio))) continue;
      }
      problems.push(`Tab does not come to ${element.outerHTML.slice(0, 120)}`);
    }
    return problems;
  });
}

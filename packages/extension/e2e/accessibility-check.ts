/** The checks of each screen: axe, the keyboard, the narrow window. Each problem is a line of words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { sendsKeys } from './key-run.ts';

const require = createRequire(import.meta.url);
// axe comes with its puppeteer driver, which cannot reach the side panel: its script is run there directly.
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

/** Style that lays what stays in sight into its place on the page. */
export const UNSTUCK =
  ':is(.cp-shell__head, .cp-shell__header, .cp-who, .cp-foot-bar) { position: static !important }';

/** Violations of WCAG 2.2 to level AA, and of axe's good practice. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async (tags, style) => {
      const { axe } = globalThis as unknown as AxeWindow;
      if (!axe) throw new Error('axe did not load');
      // Sticky parts lie over those that scroll: a target half under one is not a small one.
      const unstuck = new CSSStyleSheet();
      unstuck.replaceSync(style);
      document.adoptedStyleSheets.push(unstuck);
      const options = {
        runOnly: { type: 'tag', values: tags },
        // By default axe also describes each element without a fault.
        resultTypes: ['violations'],
        // By default axe leaves the contrast of a text undecided if something is painted behind it. Here it is judged
        // too.
        checks: { 'color-contrast': { options: { ignorePseudo: true } } },
        iframes: false,
      };
      try {
        return (await axe.run(document, options)).violations;
      } finally {
        document.adoptedStyleSheets.pop();
      }
    },
    STANDARDS,
    UNSTUCK,
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} ${failureSummary}`)
        .slice(0, 3)
        .join(' | ')}`,
  );
}

/** Lists the elements that stick out of a window of any of these widths, and restores the width. */
export async function sidewaysProblems(
  page: Page,
  ...widths: readonly number[]
): Promise<readonly string[]> {
  const before = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const problems: string[] = [];
  for (const width of widths) {
    await page.setViewport({ width, height: 800 });
    const wide = await page.evaluate(() => {
      if (document.documentElement.scrollWidth <= innerWidth) return [];
      const out = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1,
      );
      return out.slice(-3).map((element) => `sticks out: ${element.outerHTML.slice(0, 160)}`);
    });
    problems.push(...wide.map((what) => `${what} at ${width} px`));
  }
  await page.setViewport(before);
  return problems;
}

interface Walk {
  /** Number of elements that should get the focus, as the screen is now. */
  stops(): number;
  /** Elements that Tab reached without a visible focus, and those that it did not reach. */
  problems(): readonly string[];
  end(): void;
}

/** Walks the screen with Tab: lists elements that it does not reach, and those without a visible focus. */
export async function keyboardProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(beginsWalk);
  let problems: readonly string[] = [];
  // A second round for elements that appeared during the walk, unless the first found no fault: it goes round all that
  // are there by then.
  for (let round = 0; round < 2; round += 1) {
    const stops = await page.evaluate(() => (globalThis as unknown as { walk: Walk }).walk.stops());
    await sendsKeys(page, new Array<'Tab'>(stops + 4).fill('Tab'));
    problems = await page.evaluate(() => (globalThis as unknown as { walk: Walk }).walk.problems());
    if (problems.length === 0) break;
  }
  await page.evaluate(() => (globalThis as unknown as { walk: Walk }).walk.end());
  return problems;
}

/** Runs in the page: notes each element that gets the focus. */
function beginsWalk(): void {
  /** True if the focus was visible on the element, the last time it had it. */
  const shows = new Map<Element, boolean>();
  const listener = ({ target }: Event): void => {
    const element = target as Element;
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
    shows.set(element, isSeen);
  };
  const stops = (): readonly HTMLElement[] => {
    // Elements under an open dialog cannot be reached, and should not be.
    const all = (document.querySelector('dialog:modal') ?? document).querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    return [...all].filter((element) => element.tabIndex >= 0 && element.checkVisibility());
  };
  const isReached = (element: HTMLElement): boolean => {
    if (shows.has(element)) return true;
    // Tab reaches one of the radios with one name; the arrow keys move between them. A group of choices has its own way
    // too.
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return false;
    return [...document.getElementsByName(element.name)].some((radio) => shows.has(radio));
  };
  document.addEventListener('focusin', listener);
  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.removeAllRanges();
  window.focus();
  const walk: Walk = {
    stops: () => stops().length,
    problems: () => [
      ...[...shows]
        .filter(([, isSeen]) => !isSeen)
        .map(([element]) => `focus is not seen on ${element.outerHTML.slice(0, 120)}`),
      ...stops()
        .filter((element) => !isReached(element))
        .map((element) => `Tab does not come to ${element.outerHTML.slice(0, 120)}`),
    ],
    end: () => document.removeEventListener('focusin', listener),
  };
  Object.assign(globalThis, { walk });
}

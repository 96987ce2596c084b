/** Parts of a screen out of an officer's sight: what sticks out of the window, and what lies under its bars. */
import type { Page } from 'puppeteer-core';

/** Elements that stick out of the window at its right. */
export function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    );
    return out.slice(-2).map((element) => `sticks out: ${element.outerHTML.slice(0, 160)}`);
  });
}

/** Controls looked at on one screen: those of a list are alike after some rows. */
const MOST = 60;

/** Controls that are out of sight, or under a bar at the edge of the window, while they have the focus. */
export async function hiddenWithFocus(page: Page): Promise<readonly string[]> {
  const begun = (await page.evaluateHandle(() => document.activeElement)).asElement();
  const hidden = await page.evaluate(focusesEach, MOST);
  await begun?.evaluate((element) => (element as HTMLElement).focus?.());
  await page.evaluate(() => scrollTo(0, 0));
  return hidden;
}

/** Runs in the page. */
async function focusesEach(most: number): Promise<readonly string[]> {
  const BARS = '.cp-shell__head, .cp-shell__header, .cp-who, .cp-foot-bar, .cp-fill-bar, thead';
  const root = document.querySelector('dialog:modal') ?? document.querySelector('main');
  const all = root?.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary',
  );
  const stops = [...(all ?? [])].filter((each) => each.tabIndex >= 0 && each.checkVisibility());
  /** Bar that the control is under; true if it is in sight. */
  const over = (stop: HTMLElement): Element | boolean => {
    // A button that breaks has a box for each of its lines.
    const [box = stop.getBoundingClientRect()] = stop.getClientRects();
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    if (!hit) return false;
    const bar = hit.closest(BARS);
    return bar === null || bar.contains(stop) || bar;
  };
  const hidden: string[] = [];
  for (const stop of stops.slice(0, most)) {
    if (!stop.isConnected) continue;
    stop.focus();
    if (document.activeElement !== stop || over(stop) === true) continue;
    // A row opens under the focus, and is then brought into sight.
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
    const bar = document.activeElement === stop ? over(stop) : true;
    if (bar === true) continue;
    const { top, bottom } = stop.getBoundingClientRect();
    const words = (stop.getAttribute('aria-label') ?? stop.textContent ?? '').trim().slice(0, 60);
    const under = bar ? bar.className : 'nothing';
    hidden.push(
      `${stop.tagName} “${words}” at ${Math.round(top)} to ${Math.round(bottom)} px, under ${under}`,
    );
  }
  return hidden;
}

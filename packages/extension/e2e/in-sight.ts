/** What an officer cannot see of a screen as it stands: what sticks out of the window, and what lies under its bars. */
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
  const hidden = await page.evaluate((most) => {
    const BARS = '.cp-shell__head, .cp-shell__header, .cp-who, .cp-foot-bar, .cp-fill-bar, thead';
    const root = document.querySelector('dialog:modal') ?? document.querySelector('main');
    const all = root?.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary',
    );
    const stops = [...(all ?? [])].filter((each) => each.tabIndex >= 0 && each.checkVisibility());
    return stops.slice(0, most).flatMap((stop) => {
      if (!stop.isConnected) return [];
      stop.focus();
      if (document.activeElement !== stop) return [];
      // A button that breaks has a box for each of its lines.
      const [box = stop.getBoundingClientRect()] = stop.getClientRects();
      const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      const bar = hit?.closest(BARS);
      if (hit && (!bar || bar.contains(stop))) return [];
      const words = (stop.getAttribute('aria-label') ?? stop.textContent ?? '').trim();
      const place = `${Math.round(box.top)} to ${Math.round(box.bottom)} px`;
      return [
        `${stop.tagName} “${words.slice(0, 60)}” at ${place}, under ${bar?.className ?? 'nothing'}`,
      ];
    });
  }, MOST);
  await begun?.evaluate((element) => (element as HTMLElement).focus?.());
  await page.evaluate(() => scrollTo(0, 0));
  return hidden;
}

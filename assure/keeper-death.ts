/** The keeper's page is closed in the middle of commits: what was acknowledged stays, what was typed stays, and it opens again. */
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { exactly, type Measure, told } from './measure.ts';
import { commitsOn, newGround, openVault, partsHeld, ready } from './vault-browser.ts';

const DEATHS = { full: 30, quick: 3 };
const PARTS = 3;

export const keeperDeath: Measure = {
  name: 'keeper-death',
  what: 'the keeper killed in the middle of commits',
  async run({ extension, isQuick }) {
    const deaths = isQuick ? DEATHS.quick : DEATHS.full;
    const ground = await newGround(extension);
    const { officer, page } = await openVault(ground, extension);
    const { recoveryKey } = ground;
    const kept = new Set<number>();
    let next = 1;
    let refused = 0;
    let typedLost = 0;
    await page.close();
    for (let death = 0; death < deaths; death += 1) {
      const window = await ready(officer);
      const opened = (await askKeeper(window, 'unlock', 'practice', { recoveryKey })) as {
        ok: boolean;
      };
      if (!opened.ok) refused += 1;
      const typed = `typed before death ${death}`;
      await askKeeper(window, 'work-save', `typed-${death}`, typed, 0);
      await commitsOn(window, next, (number) => {
        kept.add(number);
        next = number + 1;
      });
      await new Promise((wait) => setTimeout(wait, 60 + Math.random() * 300));
      await closeKeeper(window);
      next += 1;
      const again = await ready(officer);
      const back = (await askKeeper(again, 'unlock', 'practice', { recoveryKey })) as {
        ok: boolean;
      };
      if (!back.ok) refused += 1;
      const work = (await askKeeper(again, 'work-load', `typed-${death}`)) as {
        value?: string;
      } | null;
      if (work?.value !== typed) typedLost += 1;
      await window.close();
      await again.close();
    }
    const last = await ready(officer);
    const parts = await partsHeld(last);
    await officer.close();
    ground.remove();
    return [
      told('deaths', deaths),
      told('acknowledged commits', kept.size),
      exactly(
        'acknowledged commits lost',
        [...kept].filter((number) => parts.get(number) !== PARTS).length,
        0,
      ),
      exactly('half commits', [...parts.values()].filter((held) => held !== PARTS).length, 0),
      exactly('unlocks refused', refused, 0),
      exactly('pieces of typed work lost', typedLost, 0),
    ];
  },
};

/** Closes the offscreen document, keys and all, without a word to it. */
async function closeKeeper(page: Page): Promise<void> {
  await page.evaluate(() => chrome.offscreen.closeDocument());
}

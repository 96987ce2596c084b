/** The keeper's page is closed in the middle of commits: acknowledged saves and typed text stay, and it opens again. */
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { atLeast, exactly, type Measure, printed } from './measure.ts';
import { hastyBuild } from './undefended.ts';
import {
  commitsOn,
  halfOf,
  lostOf,
  newGround,
  oneMore,
  openVault,
  partsHeld,
  ready,
} from './vault-browser.ts';

const DEATHS = { full: 30, quick: 3 };
const CONTROL_DEATHS = 2;

export const keeperDeath: Measure = {
  name: 'keeper-death',
  what: 'the keeper killed in the middle of commits',
  async run({ extension, isQuick }) {
    const deaths = isQuick ? DEATHS.quick : DEATHS.full;
    const died = await afterDeaths(extension, deaths);
    const hasty = hastyBuild(extension);
    try {
      const control = await afterDeaths(hasty.dir, CONTROL_DEATHS);
      return [
        printed('deaths', deaths),
        printed('acknowledged commits', died.kept),
        exactly('acknowledged commits lost', died.lost, 0),
        exactly('half commits', died.half, 0),
        exactly('unlocks refused', died.refused, 0),
        exactly('pieces of typed work lost', died.typedLost, 0),
        atLeast('control, acknowledged before it is kept: commits lost', control.lost, 1),
        atLeast(
          'control, acknowledged before it is kept: pieces of typed work lost',
          control.typedLost,
          1,
        ),
      ];
    } finally {
      hasty.remove();
    }
  },
};

interface Died {
  readonly kept: number;
  readonly lost: number;
  readonly half: number;
  readonly refused: number;
  readonly typedLost: number;
}

async function afterDeaths(extension: string, deaths: number): Promise<Died> {
  const ground = await newGround(extension);
  const { officer, page } = await openVault(ground, extension);
  const kept = new Set<number>();
  let next = 1;
  let refused = 0;
  let typedLost = 0;
  const unlock = async (window: Page): Promise<void> => {
    const { recoveryKey } = ground;
    const opened = (await askKeeper(window, 'unlock', 'practice', { recoveryKey })) as {
      ok: boolean;
    };
    if (!opened.ok) refused += 1;
  };
  await page.close();
  for (let death = 0; death < deaths; death += 1) {
    const window = await ready(officer);
    await unlock(window);
    const typed = `typed before death ${death}`;
    await askKeeper(window, 'work-save', `typed-${death}`, typed, 0);
    const before = kept.size;
    await commitsOn(window, next, (number) => {
      kept.add(number);
      next = number + 1;
    });
    await oneMore(kept, before);
    await new Promise((wait) => setTimeout(wait, Math.random() * 300));
    await closeKeeper(window);
    next += 1;
    const again = await ready(officer);
    await unlock(again);
    const work = (await askKeeper(again, 'work-load', `typed-${death}`)) as {
      value?: string;
    } | null;
    if (work?.value !== typed) typedLost += 1;
    await window.close();
    await again.close();
  }
  const parts = await partsHeld(await ready(officer));
  await officer.close();
  await ground.remove();
  return { kept: kept.size, lost: lostOf(kept, parts), half: halfOf(parts), refused, typedLost };
}

/** Closes the offscreen document, including the keys, without notice. */
async function closeKeeper(page: Page): Promise<void> {
  await page.evaluate(() => chrome.offscreen.closeDocument());
}

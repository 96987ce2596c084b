/**
 * One walk through every screen of both surfaces, in one browser, with many observers. Each looks at every screen, and
 * its tests run when the tour has ended. A new observer is one line in the list.
 */
import { afterAll, beforeAll } from 'vitest';
import { launchOfficer } from './browser.ts';
import { observeAccessibility } from './observe-accessibility.ts';
import { observeFirstButton } from './observe-first-button.ts';
import { observeMemory } from './observe-memory.ts';
import { observePolicy } from './observe-policy.ts';
import { observeProfile } from './observe-profile.ts';
import { observeSafeguardingKey } from './observe-safeguarding.ts';
import { observeScreens } from './observe-screens.ts';
import { observeTraffic } from './observe-traffic.ts';
import { observeWrittenDown } from './observe-written-down.ts';
import type { Observer, Walked } from './observer.ts';
import { newPlanter, PLANTED } from './planting.ts';
import { toursFirstRun } from './tour.ts';
import { launchWalker, type Walker } from './walker.ts';
import { toursEverything } from './whole-tour.ts';

const PASSPHRASE = 'vellum otters juggle quartz';

const planter = newPlanter();
/** In the order in which they look at a screen, and in which their tests run after the tour. */
const observers: readonly Observer[] = [
  observePolicy(),
  observeScreens(),
  observeWrittenDown(),
  observeAccessibility('once'),
  observeFirstButton(),
  observeSafeguardingKey(),
  observeMemory(planter),
  observeProfile(planter),
  observeTraffic(),
];

let walker: Walker | undefined;
let walked: Walked;

beforeAll(async () => {
  // The workspace has its first run in a separate browser: the tour sets up its vault in the panel.
  const first = await launchOfficer();
  try {
    const page = await first.open('workspace.html');
    await toursFirstRun({
      page,
      async visit(screen) {
        for (const { alters, visit } of observers)
          if (!alters) await visit?.(page, screen, 'workspace');
      },
    });
  } finally {
    await first.close();
  }
  walker = await launchWalker();
  const toured = await toursEverything(walker.officer, {
    passphrase: PASSPHRASE,
    async visit(page, screen, surface) {
      for (const { visit } of observers) await visit?.(page, screen, surface);
    },
    savedPage: (html) => html.replaceAll('</h1>', `</h1><p>Full name: ${PLANTED} Saved</p>`),
  });
  walked = { ...walker, ...toured, passphrase: PASSPHRASE };
});
afterAll(() => walker?.remove());

for (const observer of observers) observer.tests(() => walked);

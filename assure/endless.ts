/** A page that the reader never reaches the end of: the officer's own page responds all the while, and reports it. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { goesTo, presses, sees, types } from '../packages/extension/e2e/officer.ts';
import { readsSavedPage } from '../packages/extension/e2e/tour.ts';
import { variantOf } from '../packages/extension/e2e/variant.ts';
import { atLeast, atMost, exactly, type Measure, printed } from './measure.ts';
import { newGround, openVault } from './vault-browser.ts';

const QUICK_MS = 50;
const PINGS = 400;
const PINGS_OF_CONTROL = 30;
const SPIN_MS = 200;
const TOO_SLOW = 'Reading this page took too long and was stopped';

export const endless: Measure = {
  name: 'endless',
  what: 'a reading that never ends, and the page of ours beside it',
  async run({ extension, isQuick }) {
    const variant = variantOf((dir) => {
      const file = join(dir, 'parse-worker.js');
      writeFileSync(file, SPINS + readFileSync(file, 'utf8'));
    }, extension);
    const ground = await newGround(variant.dir);
    try {
      const { officer, page } = await openVault(ground, variant.dir);
      await sees(page, 'Nothing needs you today');
      await goesTo(page, 'Saved page');
      await sees(page, 'Read the file');
      const before = await pinged(page, PINGS / 4);
      await readsSavedPage(page, '<table><tr><th>Full name<td>Ottoline Brackwater</table>');
      const waits = await pinged(page);
      const isTold = await sees(page, TOO_SLOW, 40_000).then(
        () => 'yes',
        (error: Error) => error.message,
      );
      const isToldOfText = isQuick ? 'not tried' : await pastes(page);
      await page.evaluate(spins, SPIN_MS);
      const stuck = await pinged(page, PINGS_OF_CONTROL);
      await officer.close();
      return [
        printed('late by before, with nothing to read, 95 of 100, ms', at(before, 0.95)),
        printed('times that the page was asked while the reader spun', waits.length),
        printed('late by, at the median, ms', at(waits, 0.5)),
        atMost('late by, 95 of 100, ms', at(waits, 0.95), QUICK_MS),
        printed('late by, the slowest, ms', at(waits, 1)),
        exactly('the officer is told that it was stopped', isTold, 'yes'),
        exactly('and of pasted text', isToldOfText, isQuick ? 'not tried' : 'yes'),
        atLeast('control, the page itself spins: 95 of 100, ms', at(stuck, 0.95), SPIN_MS / 2),
      ];
    } finally {
      await ground.remove();
      variant.remove();
    }
  },
};

/** The same with pasted text. @returns whether the officer was informed */
async function pastes(page: Page): Promise<string> {
  await goesTo(page, 'Capture');
  await presses(page, 'Paste text');
  await types(page, 'Where is it from?', 'Telephone call');
  await types(page, 'Text', 'Full name: Ottoline Brackwater');
  await presses(page, 'Read this text');
  return sees(page, TOO_SLOW, 40_000).then(
    () => 'yes',
    (error: Error) => error.message,
  );
}

/** Every request ends in a loop: the worker has it, and never answers. */
const SPINS = `{
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    configurable: true,
    set() {
      set.call(this, () => {
        for (;;);
      });
    },
  });
}
`;

/** Milliseconds by which the page's own thread was late for timers due every ten milliseconds. */
function pinged(page: Page, pings = PINGS): Promise<readonly number[]> {
  return page.evaluate(
    (count) =>
      new Promise<number[]>((resolve) => {
        const waits: number[] = [];
        const { port1, port2 } = new MessageChannel();
        let due = performance.now();
        port1.onmessage = () => {
          const now = performance.now();
          waits.push(Math.max(0, now - due));
          if (waits.length === count) return resolve(waits);
          due = now + 10;
          setTimeout(() => port2.postMessage(0), 10);
        };
        port2.postMessage(0);
      }),
    pings,
  );
}

/** Makes the page work for so long at a time, with almost no pause. */
function spins(forMs: number): void {
  setInterval(() => {
    for (const end = performance.now() + forMs; performance.now() < end; );
  }, 1);
}

function at(waits: readonly number[], part: number): number {
  const sorted = waits.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.ceil(part * sorted.length) - 1] ?? 0);
}

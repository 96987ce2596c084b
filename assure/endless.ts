/** A page that the reader never gets to the end of: the officer's own page answers all the while, and says what happened. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { presses, sees } from '../packages/extension/e2e/officer.ts';
import { readsSavedPage } from '../packages/extension/e2e/tour.ts';
import { variantOf } from '../packages/extension/e2e/variant.ts';
import { atLeast, atMost, exactly, type Measure, told } from './measure.ts';
import { newGround, openVault } from './vault-browser.ts';

const QUICK_MS = 50;
const PINGS = 400;
const SPIN_MS = 400;
const TOO_SLOW = 'Reading this page took too long and was stopped';

export const endless: Measure = {
  name: 'endless',
  what: 'a reading that never ends, and the page of ours beside it',
  async run({ extension }) {
    const variant = variantOf((dir) => {
      const file = join(dir, 'parse-worker.js');
      writeFileSync(file, SPINS + readFileSync(file, 'utf8'));
    }, extension);
    const ground = await newGround(variant.dir);
    try {
      const { officer, page } = await openVault(ground, variant.dir);
      await sees(page, 'No subjects yet');
      await presses(page, 'Saved page');
      await sees(page, 'Read the file');
      await readsSavedPage(page, '<table><tr><th>Full name<td>Ottoline Brackwater</table>');
      const waits = await pinged(page);
      const isTold = await sees(page, TOO_SLOW, 40_000).then(
        () => 'yes',
        (error: Error) => error.message,
      );
      const stuck = await Promise.all([pinged(page), page.evaluate(spin, SPIN_MS)]);
      await officer.close();
      return [
        told('messages to the page while the reader spun', waits.length),
        told('answered within, at the median, ms', at(waits, 0.5)),
        atMost('answered within, 95 of 100, ms', at(waits, 0.95), QUICK_MS),
        told('answered within, the slowest, ms', at(waits, 1)),
        exactly('the officer is told that it was stopped', isTold, 'yes'),
        atLeast('control, the page itself spins: the slowest, ms', at(stuck[0], 1), SPIN_MS / 2),
      ];
    } finally {
      ground.remove();
      variant.remove();
    }
  },
};

/** Every reading ends in a loop: the worker has what it needs, and never answers. */
const SPINS = `{
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    configurable: true,
    set(handler) {
      set.call(this, (event) => {
        while (event.data?.type === 'end');
        handler(event);
      });
    },
  });
}
`;

/** Milliseconds from a message to its answer, on the page's own thread; one every ten milliseconds. */
function pinged(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    (count) =>
      new Promise<number[]>((resolve) => {
        const waits: number[] = [];
        const { port1, port2 } = new MessageChannel();
        let sent = performance.now();
        const ping = (): void => {
          sent = performance.now();
          port2.postMessage(0);
        };
        port1.onmessage = () => {
          waits.push(performance.now() - sent);
          if (waits.length === count) resolve(waits);
          else setTimeout(ping, 10);
        };
        ping();
      }),
    PINGS,
  );
}

function spin(forMs: number): void {
  for (const end = performance.now() + forMs; performance.now() < end; );
}

function at(waits: readonly number[], part: number): number {
  const sorted = waits.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.ceil(part * sorted.length) - 1] ?? 0);
}

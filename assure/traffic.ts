/** An officer's whole tour under the browser's own network log: the requests of our pages, and their targets. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addsBeacon, ELSEWHERE } from '../packages/extension/e2e/beacon.ts';
import { launchOfficer } from '../packages/extension/e2e/browser.ts';
import { variantOf } from '../packages/extension/e2e/variant.ts';
import { toursEverything } from '../packages/extension/e2e/whole-tour.ts';
import { atLeast, exactly, type Finding, type Measure, printed } from './measure.ts';
import { type Asked, askedOf, judgeAsked, netLogSwitches, shownAsked } from './net-log.ts';

export const traffic: Measure = {
  name: 'traffic',
  what: 'requests and DNS look-ups during an officer’s whole tour',
  async run({ extension, isQuick, say }) {
    // In the everyday run one walk serves all: its log is judged there.
    const tour = isQuick
      ? [printed('the tour itself', 'judged by the suite whole-walk.e2e.ts')]
      : await findingsOfTour(extension, say);
    const control = await withBeacon(extension);
    return [
      ...tour,
      atLeast(
        'control, a page of ours that fetches: requests and look-ups seen',
        control.filter(({ host }) => host === ELSEWHERE).length,
        1,
      ),
      printed(
        'control, who was seen to ask',
        [...new Set(control.map(({ by }) => by.split('/')[0] ?? ''))].join(' '),
      ),
    ];
  },
};

async function findingsOfTour(
  extension: string,
  say: (line: string) => void,
): Promise<readonly Finding[]> {
  const tour = await logged(extension, async (officer) => {
    let screens = 0;
    await toursEverything(officer, {
      async visit() {
        screens += 1;
      },
    });
    return screens;
  });
  say(`${tour.result} screens, ${tour.asked.length} things asked of the network`);
  const { ours, others, elsewhere, ofMaker } = judgeAsked(tour.asked);
  return [
    atLeast('screens toured', tour.result, 55),
    atLeast('requests seen to the practice system, by its own pages', others.length, 1),
    exactly('requests and look-ups by our pages', shown(ours), 'none'),
    exactly('by any page, to anything but the practice system', shown(elsewhere), 'none'),
    printed('of its maker, by the browser itself', ofMaker.join(' ') || 'nothing'),
  ];
}

function shown(asked: readonly Asked[]): string {
  return shownAsked(asked).slice(0, 4).join('; ') || 'none';
}

type Officer = Awaited<ReturnType<typeof launchOfficer>>;

async function logged<T>(
  extension: string,
  use: (officer: Officer) => Promise<T>,
): Promise<{ readonly result: T; readonly asked: readonly Asked[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'net-log-'));
  const file = join(folder, 'log.json');
  try {
    const officer = await launchOfficer({ extension, args: netLogSwitches(file) });
    try {
      const result = await use(officer);
      await officer.close();
      return { result, asked: askedOf(readFileSync(file, 'utf8')) };
    } finally {
      await officer.kill();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A build that may reach other hosts, and does from the workspace. */
async function withBeacon(extension: string): Promise<readonly Asked[]> {
  const variant = variantOf(addsBeacon, extension);
  try {
    const { asked } = await logged(variant.dir, async (officer) => {
      const page = await officer.open('workspace.html');
      await page.waitForFunction(() => 'isAsked' in globalThis);
    });
    return asked;
  } finally {
    variant.remove();
  }
}

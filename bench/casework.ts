/**
 * A whole caseload in real Chromium, in the built extension's own code: from the key to the first screen, lists,
 * keystrokes, scrolling and saves, next to the machine's own time for the same bytes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchOfficer, type OfficerBrowser } from '../packages/extension/e2e/browser.ts';
import { setsUp } from '../packages/extension/e2e/first-run-steps.ts';
import { goesTo, sees } from '../packages/extension/e2e/officer.ts';
import { filteredInList, listOpened, pressedInList, typedInList } from './casework-list.ts';
import {
  asksNothing,
  fillCases,
  keepOneEach,
  keyToFirstScreen,
  limitsOf,
  type SaveTimes,
  todayAgain,
} from './casework-page.ts';
import { caseworkHeldAgainst } from './casework-targets.ts';
import { type LongestTasks, longestWhile } from './casework-trace.ts';
import { middle, ratio, type Spread, spread, tenths } from './figures.ts';
import { type Machine, machine } from './machine.ts';
import type { Held } from './targets.ts';
import { openVaultBrowser } from './vault-browser.ts';
import { buildVaultPage } from './vault-extension/build.ts';
import type { RawTimes } from './vault-extension/measured.ts';

export interface CaseworkOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Subjects, each with a referral and twenty interventions. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly say: (line: string) => void;
}

export interface CaseworkSize {
  readonly subjects: number;
  readonly interventions: number;
  /** One-minute load average at the end. */
  readonly load: number;
  /** Heading of the first screen after an unlock. */
  readonly firstScreen: string;
  /** From handing over the recovery key, which has no slow derivation, to that screen painted with its content. */
  readonly keyToFirstScreenMs: Spread;
  /** The same once, before the filled-in records had been compacted. */
  readonly keyBeforeCompactionMs: number;
  /**
   * From the press on a list to its painted rows: on the first screen, after a time to read it, each as the first list
   * since the unlock, in a profile that never opened it; and one again.
   */
  readonly listFirstMs: readonly ListTime[];
  /** The same, pressed as soon as the first screen is there: the remaining records are still loading. */
  readonly listAtOnceMs: readonly ListTime[];
  readonly listAgainMs: Spread;
  /** From a press on a heading of the list to its rows in that order, and from a press on a filter to those it finds. */
  readonly listSortMs: Spread;
  readonly listFilterMs: Spread;
  /** From a letter typed in the list to its paint. */
  readonly keystrokeMs: Spread;
  readonly longestKeystrokeMs: number;
  readonly scrolling: LongestTasks;
  /** The due entries, computed again after a save, and given to the page. */
  readonly todayAgainMs: Spread;
  /** One intervention: while the vault was nearly empty, and when it was full. */
  readonly saveFirstMs: Spread;
  readonly saveLastMs: Spread;
  readonly saveGrowth: number;
  /** The last saves divided by one raw strict put each of as many bytes. */
  readonly savePuts: number;
  readonly rawPutMs: Spread;
  /** One raw strict put and one raw flushed append, in the page that the vault is measured in. */
  readonly rawPutAndAppendMs: Spread;
  /**
   * The last saves divided by these. `bench vault` has the same ratio for an edit, without the trip from a page to the
   * keeper and back.
   */
  readonly saveRatio: number;
  /** The trip from the page to the keeper and back alone. */
  readonly askMs: Spread;
  /** Bytes and `JSON.parse` times of every record, and of the rows of the list. */
  readonly bytes: number;
  readonly parseAllMs: number;
  readonly parseRowsMs: number;
  readonly keyParses: number;
}

interface ListTime {
  readonly list: string;
  readonly ms: number;
}

export interface CaseworkFigures {
  readonly bench: 'casework';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly sizes: readonly CaseworkSize[];
  readonly targets: readonly Held[];
}

/** Milliseconds that an officer looks at the first screen before opening a list. */
const READ_MS = 2000;
/**
 * The lists in the navigation. Each round opens another one first, since the browser keeps a screen's compiled code.
 */
const LISTS = ['Subjects', 'Referrals', 'Enquiries'] as const;
const SAVES = 30;
const LETTERS = 'vael 1';
/** Milliseconds. Compaction starts some seconds after an opening, and takes a second more with many records. */
const COMPACTED_MS = 8000;

export async function benchCasework(options: CaseworkOptions): Promise<CaseworkFigures> {
  const atStart = machine();
  const sizes: CaseworkSize[] = [];
  let browser = '';
  for (const subjects of options.sizes) {
    const profile = mkdtempSync(join(tmpdir(), 'bench-casework-'));
    try {
      const measured = await measure(profile, subjects, options);
      browser = measured.browser;
      sizes.push(measured.size);
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  }
  const figures = {
    bench: 'casework',
    at: new Date().toISOString(),
    machine: atStart,
    browser,
    sizes,
  } as const;
  return { ...figures, targets: caseworkHeldAgainst(figures) };
}

async function measure(
  profile: string,
  subjects: number,
  { extension, rounds, say }: CaseworkOptions,
): Promise<{ readonly browser: string; readonly size: CaseworkSize }> {
  const opens = (): Promise<OfficerBrowser> => launchOfficer({ profile, extension });
  let officer = await opens();
  try {
    const version = await officer.browser.version();
    let desk = await officer.open('workspace.html');
    const recoveryKey = await setsUp(desk);
    await sees(desk, 'Settings');
    const first = await keepOneEach(desk, SAVES);
    say(`${subjects} subjects: filling`);
    await fillCases(desk, subjects);
    say(`${subjects} subjects: saving`);
    const last = await keepOneEach(desk, SAVES);
    const asks = await asksNothing(desk, SAVES);
    const bytes = middle(last.map((save) => save.bytes));
    const limits = await limitsOf(desk, bytes, SAVES);
    const both = spread((await rawTimes(bytes)).map(({ putMs, appendMs }) => putMs + appendMs));
    say(`${subjects} subjects: compacting`);
    await officer.close();
    officer = await opens();
    desk = await officer.open('workspace.html');
    await sees(desk, 'Unlock');
    const before = await keyToFirstScreen(desk, recoveryKey);
    await new Promise((resolve) => setTimeout(resolve, COMPACTED_MS));
    await settled(desk);
    say(`${subjects} subjects: from the key`);
    const key: number[] = [];
    let firstScreen = '';
    const listFirstMs: ListTime[] = [];
    const listAtOnceMs: ListTime[] = [];
    for (let round = 0; round < Math.max(rounds, LISTS.length * 2); round += 1) {
      // Cold, as after a start of the browser.
      await officer.close();
      officer = await opens();
      desk = await officer.open('workspace.html');
      await sees(desk, 'Unlock');
      const { ms, heading } = await keyToFirstScreen(desk, recoveryKey);
      key.push(ms);
      firstScreen = heading;
      await settled(desk);
      const isRead = round < LISTS.length;
      if (isRead) await new Promise((resolve) => setTimeout(resolve, READ_MS));
      const list = LISTS[round % LISTS.length];
      if (list && round < LISTS.length * 2)
        (isRead ? listFirstMs : listAtOnceMs).push({
          list,
          ms: tenths(await listOpened(desk, list)),
        });
    }
    say(`${subjects} subjects: the list`);
    const again: number[] = [];
    for (let round = 0; round < rounds + 2; round += 1) {
      await goesTo(desk, 'Settings');
      await settled(desk);
      again.push(await listOpened(desk, LISTS[0]));
    }
    const sorts: number[] = [];
    const filters: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const column of ['reference', 'due', 'name'])
        sorts.push(await pressedInList(desk, `th[data-column="${column}"] .cp-list__sort`));
      filters.push(...(await filteredInList(desk)));
    }
    const letters: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      letters.push(...(await typedInList(desk, 'Find a subject', LETTERS)));
    const scrolling = await longestWhile(desk, () => scrolls(desk));
    await goesTo(desk, 'Settings');
    await settled(desk);
    const due = await todayAgain(desk, rounds * 4);
    return {
      browser: version,
      size: {
        subjects,
        interventions: subjects * 20,
        load: tenths(loadavg()[0] ?? 0),
        firstScreen,
        keyToFirstScreenMs: spread(key),
        keyBeforeCompactionMs: tenths(before.ms),
        listFirstMs,
        listAtOnceMs,
        listAgainMs: spread(again),
        listSortMs: spread(sorts),
        listFilterMs: spread(filters),
        keystrokeMs: spread(letters),
        longestKeystrokeMs: tenths(Math.max(...letters)),
        scrolling,
        todayAgainMs: spread(due),
        saveFirstMs: timesOf(first),
        saveLastMs: timesOf(last),
        saveGrowth: ratio(timesOf(last).p50, timesOf(first).p50),
        savePuts: ratio(timesOf(last).p50, spread(limits.putMs).p50),
        rawPutMs: spread(limits.putMs),
        rawPutAndAppendMs: both,
        saveRatio: ratio(timesOf(last).p50, both.p50),
        askMs: spread(asks),
        bytes: limits.bytes,
        parseAllMs: tenths(limits.parseAllMs),
        parseRowsMs: tenths(limits.parseRowsMs),
        keyParses: ratio(middle(key), limits.parseAllMs),
      },
    };
  } finally {
    await officer.close();
  }
}

/**
 * The raw times that `bench vault` compares an edit with, in a separate browser that is closed before any other
 * measurement.
 */
async function rawTimes(bytes: number): Promise<readonly RawTimes[]> {
  const folder = await buildVaultPage();
  try {
    const browser = await openVaultBrowser(folder);
    try {
      return await browser.call('raw', bytes, SAVES);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timesOf(saves: readonly SaveTimes[]): Spread {
  return spread(saves.map(({ ms }) => ms));
}

/** Waits until the page, and the keeper on its thread, have been idle for a while. */
async function settled(desk: Page): Promise<void> {
  await desk.evaluate(async () => {
    for (let quiet = 0; quiet < 5; ) {
      const start = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 50));
      quiet = performance.now() - start < 70 ? quiet + 1 : 0;
    }
  });
}

/** Scrolls two screens per frame, from one end of the list to the other or for three seconds. */
async function scrolls(desk: Page): Promise<void> {
  await desk.evaluate(async () => {
    const end = performance.now() + 3000;
    while (performance.now() < end) {
      scrollBy(0, 300);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1) scrollTo(0, 0);
    }
  });
}

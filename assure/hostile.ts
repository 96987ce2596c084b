/**
 * Strings that are code elsewhere, in every place that takes text: none becomes active, and each comes back unchanged.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { opensSubject } from '../packages/extension/e2e/journey-steps.ts';
import { askKeeper, draftHeld, recordsHeld } from '../packages/extension/e2e/keeper-ask.ts';
import { control, goesTo, presses, sees, types } from '../packages/extension/e2e/officer.ts';
import { SUBJECT_SECTIONS } from '../packages/extension/e2e/tour.ts';
import { opensSection, showsWhole } from '../packages/extension/e2e/tour-controls.ts';
import { fromSource } from './from-source.ts';
import { BEACON, corpus, ours } from './hostile-strings.ts';
import { atLeast, exactly, type Finding, type Measure, printed } from './measure.ts';
import { newGround, openVault } from './vault-browser.ts';

/** Number from the corpus; a full run uses all of it. */
const OF_CORPUS = 150;
/** Number of strings, from all of them, that are shown on screens. */
const ON_SCREEN = { full: 1200, quick: 120 };
const SUBJECT = 'Quill Ashgrove';

type Inside = typeof import('./inside/hostile.ts');

export const hostile: Measure = {
  name: 'hostile',
  what: 'strings that are code elsewhere, as values, labels, names, templates, cells and pages',
  async run({ extension, isQuick, say }) {
    const { roundTrips, reports } = await fromSource<Inside>('inside/hostile.ts');
    const lists = corpus();
    if (!lists) say('the corpus beside the project was skipped: it is not there');
    const strings = [...ours(), ...(isQuick ? spread(lists ?? [], OF_CORPUS) : (lists ?? []))];
    const trips = await roundTrips(strings);
    const findings: Finding[] = [
      printed(
        'strings of the corpus',
        lists ? strings.length - ours().length : 'skipped: not there',
      ),
      atLeast('strings', trips.tried, ours().length),
      exactly('kept and read back as themselves', trips.stored, trips.tried),
      exactly('found by searching for themselves', trips.searched, trips.tried),
      exactly('exported as CSV and imported as themselves', trips.exported, trips.tried),
      exactly('in an adapter as themselves, or refused', trips.inAdapters, trips.tried),
      ...(trips.lost.length > 0 ? [printed('not as themselves', trips.lost.join('; '))] : []),
    ];
    say(`${trips.tried} strings there and back`);

    const shown = spread(strings, ON_SCREEN[isQuick ? 'quick' : 'full']);
    const ground = await newGround(extension);
    try {
      const { officer, page } = await openVault(ground, extension);
      const watch = await watched(page);
      await keeps(page, shown);
      const { shownAsText, tried } = await looksAt(page, shown);
      const draft = await reads(page, shown);
      const held = await recordsHeld(page);
      const kept = held.intelligenceNote.map(({ value }) => value.text);
      findings.push(
        exactly(
          'on our screens: scripts, dialogs and refused attempts',
          (await watch()).join('; ') || 'none',
          'none',
        ),
        exactly('on our screens: shown as text', shownAsText, tried),
        exactly(
          'kept through the real keeper, as themselves',
          kept.filter((text) => shown.includes(String(text))).length,
          shown.length,
        ),
        atLeast('as labels and values of a page: rows of the draft', draft, 10),
      );
      say(`${shown.length} strings on screens`);
      const pages = reports(spread(shown, isQuick ? 60 : 400));
      const inReports = await cameAliveIn(officer.browser, pages, false);
      findings.push(
        atLeast('reports opened without their policy', pages.length, 50),
        exactly('in reports: scripts and requests', inReports.join('; ') || 'none', 'none'),
      );
      const control = await cameAliveIn(officer.browser, spread(ours(), 60), true);
      findings.push(
        atLeast('control, the same strings as a page: scripts and requests', control.length, 5),
      );
      await officer.close();
    } finally {
      await ground.remove();
    }
    return findings;
  },
};

function spread<T>(all: readonly T[], most: number): readonly T[] {
  const stride = Math.max(1, all.length / most);
  return Array.from(
    { length: Math.min(most, all.length) },
    (_, index) => all[Math.floor(index * stride)] as T,
  );
}

/** Listens for active payloads in the page of ours. @returns a function that gives those seen */
async function watched(page: Page): Promise<() => Promise<readonly string[]>> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message().slice(0, 80)}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(chrome-extension|blob|data):/.test(request.url()))
      seen.push(`request ${request.url()}`);
  });
  await page.evaluate(() => {
    const log: string[] = [];
    Object.assign(globalThis, { refusedAttempts: log });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      log.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  return async () => [
    ...seen,
    ...(await page.evaluate(() => {
      const { refusedAttempts, cameAlive } = globalThis as unknown as {
        refusedAttempts: string[];
        cameAlive?: 1;
      };
      return [...refusedAttempts, ...(cameAlive === undefined ? [] : ['a script ran'])];
    })),
  ];
}

/** Every string as a note, an alias, a reference, a narrative, a label and a reading, through the real keeper. */
async function keeps(page: Page, strings: readonly string[]): Promise<void> {
  const { recordsOf } = await fromSource<typeof import('./inside/hostile-records.ts')>(
    'inside/hostile-records.ts',
  );
  for (const commit of recordsOf(SUBJECT, strings))
    await askKeeper(page, 'commit', crypto.randomUUID(), commit);
}

async function looksAt(page: Page, strings: readonly string[]) {
  // A long list renders only the rows in sight.
  await goesTo(page, 'Subjects');
  await types(page, 'Find a subject', SUBJECT);
  await opensSubject(page, SUBJECT);
  const seen = new Set<string>();
  const plain = (text: string): string => text.replaceAll(/[\s\0]+/g, ' ').trim();
  for (const section of SUBJECT_SECTIONS) {
    await opensSection(page, section);
    await page.waitForFunction(
      (words) => document.querySelector(`main section[aria-label="${words}"]`) !== null,
      {},
      section,
    );
    await showsWhole(page);
    const text = plain(await page.evaluate(() => document.body.textContent ?? ''));
    for (const string of strings) if (text.includes(plain(string))) seen.add(string);
  }
  await presses(page, 'Case summary');
  await control(page, 'Where is it going?');
  return { shownAsText: seen.size, tried: new Set(strings).size };
}

/**
 * A saved page with the strings as text and as markup, under a file name that is one too. @returns rows of its draft
 */
async function reads(page: Page, strings: readonly string[]): Promise<number> {
  const escaped = (text: string): string =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\0', '');
  const rows = strings.map(
    (text, index) =>
      `<tr><th>${escaped(text)} ${index}</th><td>${escaped(text)}</td></tr><tr><th>Alias ${index}</th><td>${escaped(text)}</td></tr>`,
  );
  const html = `<!doctype html><title>${escaped(strings[0] ?? '')}</title><table>${rows.join('')}</table>${strings.join('\n')}`;
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const file = join(folder, `"><img src=x onerror=alert(1)>.html`);
    writeFileSync(file, html);
    await goesTo(page, 'Saved page');
    const input = (await control(page, 'Saved page')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await presses(page, 'Read the file');
    await sees(page, 'Review what was read', 60_000);
    return (await draftHeld(page))?.rows.length ?? 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens unguarded pages. @returns the payloads that became active in them */
async function cameAliveIn(
  browser: Awaited<ReturnType<Page['browser']>>,
  pages: readonly string[],
  areFragments: boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  const page = await browser.newPage();
  page.on('dialog', (dialog) => {
    found.push(`dialog ${dialog.message().slice(0, 60)}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().startsWith(BEACON)) found.push(request.url());
  });
  for (const html of pages) {
    await page
      .setContent(areFragments ? `<!doctype html><body>${html}` : html, {
        waitUntil: 'domcontentloaded',
      })
      .catch(() => undefined);
    const ran = await page.evaluate(() => 'cameAlive' in globalThis).catch(() => false);
    if (ran) found.push(`script of ${html.slice(0, 60)}`);
    await page.goto('about:blank').catch(() => undefined);
  }
  await page.close();
  return found;
}

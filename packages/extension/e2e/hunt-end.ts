/**
 * The end of a walk with planted words: forms half typed, everything written to disk by the browser, SIGKILL, the
 * search.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { control, goesTo, painted, presses, sees, types } from './officer.ts';
import { servesPlainPage } from './plain-page.ts';
import { PLANTED, type Planter } from './planting.ts';
import { type Hit, huntProfile } from './profile-hunt.ts';

/** Typed into a plain web page last of all: once the browser has written it to disk, everything before is there too. */
const WITNESS = 'Brimblewatch';

export interface Searched {
  readonly hits: readonly Hit[];
  readonly secrets: readonly Hit[];
  readonly witnessed: readonly Hit[];
  /** Half-typed forms with a word in the session files, by a label of each. */
  readonly inSessions: readonly string[];
}

export interface Planted {
  readonly officer: OfficerBrowser;
  readonly panel?: Page;
  readonly passphrase: string;
  readonly recoveryKey: string;
  readonly netLog: string;
  /** True without the protections: each half-typed form is waited for, as it will be in the session files. */
  readonly isLeaky?: boolean;
}

/** Half-typed forms, each in its own tab, with a label that identifies it. */
export const HALF_TYPED: readonly (readonly [(page: Page) => Promise<void>, string])[] = [
  [(page) => goesTo(page, 'Note'), 'Intelligence'],
  [(page) => goesTo(page, 'Intervention'), 'Kind of intervention'],
  [
    async (page) => {
      await painted(page);
      await page.keyboard.press('F8');
    },
    'What is the concern?',
  ],
  [(page) => goesTo(page, 'Subjects'), 'Find a subject'],
  [
    async (page) => {
      await goesTo(page, 'Capture');
      await presses(page, 'Paste text');
    },
    'Where is it from?',
  ],
];

/** Ends the browser like a power cut, once its data is in its files. The vault is open. */
export async function endsPlanting(
  { officer, panel, passphrase, recoveryKey, netLog, isLeaky = false }: Planted,
  planter: Planter,
): Promise<Searched> {
  const { profile } = officer;
  if (panel) {
    // The panel opens the vault a moment after the page in which it was unlocked.
    await sees(panel, 'Lock');
    await panel.keyboard.press('F8');
    await control(panel, 'What is the concern?');
    await planter.plant(panel, 'panel half typed');
  }
  // A tab for each form, since the browser records the contents of each of its tabs.
  const wordsOf = new Map<string, readonly string[]>();
  for (const [opens, label] of HALF_TYPED) {
    const tab = await officer.open('workspace.html');
    await sees(tab, 'Settings');
    await opens(tab);
    await control(tab, label);
    wordsOf.set(label, await planter.plant(tab, 'half typed'));
  }
  const sessions = join(profile, 'Default', 'Sessions');
  await putsAway(officer, sessions, netLog, isLeaky ? [...wordsOf.values()] : []);
  await officer.kill();

  const secrets = [passphrase, recoveryKey, recoveryKey.replaceAll('-', '')];
  const all = huntProfile(profile, [PLANTED, ...secrets, WITNESS]);
  return {
    hits: all.filter(({ word }) => word === PLANTED),
    secrets: all.filter(({ word }) => secrets.includes(word)),
    witnessed: all.filter(({ word }) => word === WITNESS),
    inSessions: [...wordsOf]
      .filter(([, words]) => huntProfile(sessions, words).length > 0)
      .map(([label]) => label),
  };
}

/**
 * Opens a page after all others, and waits until it appears in the browser's records of its tabs and of the network.
 *
 * @param forms - words of each form that is waited for as well: a busy machine writes a hidden tab down later
 */
async function putsAway(
  officer: OfficerBrowser,
  sessions: string,
  netLog: string,
  forms: readonly (readonly string[])[],
): Promise<void> {
  const witness = await servesPlainPage('<form><label>Witness <input></label></form>');
  try {
    const page = await officer.browser.newPage();
    await page.goto(witness.url);
    await types(page, 'Witness', WITNESS);
    await vi.waitFor(
      () => {
        if (huntProfile(sessions, [WITNESS]).length === 0)
          throw new Error('The browser has not put its sessions away');
        const late = forms.filter((words) => huntProfile(sessions, words).length === 0);
        if (late.length > 0)
          throw new Error(`${late.length} half-typed forms are not in the sessions`);
        if (!readFileSync(netLog, 'latin1').includes(witness.url))
          throw new Error('The browser has not written down what it asked of the network');
      },
      { timeout: 60_000, interval: 500 },
    );
  } finally {
    await witness.stop();
  }
}

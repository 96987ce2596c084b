/**
 * Each key of the managed policy's schema: a value that is seen to act, and one that cannot be used. A key without a row
 * does not compile, and fails the suite.
 */
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import schema from '../public/managed-schema.json' with { type: 'json' };
import { day, instant, signedPack, testIssuer, written } from '../src/testing/packs-under-test.ts';
import type { OfficerBrowser } from './browser.ts';
import { CLUB_CHECK_FILE } from './club-check.ts';
import { discards } from './journey-steps.ts';
import { askKeeper, type HeldRecord } from './keeper-ask.ts';
import { cancels, chooses, control, goesTo, presses, says, sees, types, until } from './officer.ts';
import type { PlainPage } from './plain-page.ts';
import { looksForNothing, opensSection, opensSetting, wasRead } from './tour-controls.ts';

type PolicyKeyName = keyof typeof schema.properties;
export const POLICY_KEY_NAMES = Object.keys(schema.properties) as PolicyKeyName[];

/** An officer at work under a policy. */
export interface UnderPolicy {
  readonly officer: OfficerBrowser;
  readonly desk: Page;
  /** The page of the adapter guide, on this computer. */
  readonly page: PlainPage;
  /** The first screen of the first run, as it was shown. */
  readonly firstRun: string;
}

interface PolicyKey {
  readonly good: unknown;
  acts(at: UnderPolicy): Promise<void>;
  readonly bad: unknown;
  /** The words of the settings about the bad value; absent if the browser itself keeps it from the extension. */
  readonly told?: string;
}

export const SUBJECT = 'Petra Lindqvist';

const GUIDE = readFileSync('docs/plugins/adapter.md', 'utf8');
/** The guide's page, which its adapter reads. */
export const [, GUIDE_PAGE = ''] = /```html\n(.*?)```/s.exec(GUIDE) ?? [];
const [, ADAPTER = ''] = [...GUIDE.matchAll(/```json\n(.*?)```/gs)].map(([, block]) => block);

/** The guide's adapter, for any page on this computer. */
export const GUIDE_ADAPTER = ADAPTER.replace('register.example.org', '127.0.0.1').replace(
  '"/enquiries/*"',
  '"/**"',
);

const auditor = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const OURS = { status: 'found', source: 'Procedure 12 of the force', checkedOn: '2026-11-02' };
const SEALED = { class: 'never', domains: ['127.0.0.1/sealed'] };
const PERIOD = { group: 'not-suspected', clearYears: 9, status: 'found', source: OURS.source };
const LIMIT = {
  id: 'referral-decision',
  workingDays: 1,
  words: 'Our force decides within one working day',
  ...OURS,
};

const packIssuer = await testIssuer('North Test team');
const PACK_ISSUER = {
  fingerprint: createHash('sha256').update(packIssuer.signingKey).digest('hex'),
  name: packIssuer.name,
  rank: 'force',
};
const PACK = await signedPack(
  packIssuer,
  [
    written(
      'time-limits',
      'north-limits',
      [
        {
          id: 'colleague-answer',
          workingDays: 2,
          words: 'A colleague is answered in 2 working days',
        },
      ],
      { title: 'Limits of the North Test team' },
    ),
  ],
  { madeAt: instant('2020-01-02T10:00:00.000Z'), from: day('2020-01-02') },
);

export const POLICY_KEYS: Readonly<Record<PolicyKeyName, PolicyKey>> = {
  fips: {
    good: true,
    async acts({ desk }) {
      const held = await desk.evaluate(() => chrome.storage.local.get('cp-vault-practice'));
      expect(held['cp-vault-practice']).toMatchObject({
        passphrase: { derivation: { name: 'pbkdf2-sha-256', iterations: 600_000 } },
      });
    },
    bad: 'yes',
  },
  lockMinutes: {
    good: 45,
    async acts({ desk }) {
      await opensSetting(desk, 'When the vault locks');
      await sees(desk, 'Your force allows at most 45 minutes');
      await chooses(desk, '1 minute');
      await chooses(desk, '45 minutes');
      await sees(desk, 'The vault will lock after 45 minutes.');
    },
    bad: 61,
    told: '“lockMinutes” is not what belongs here: it must be 60 or less.',
  },
  requireReason: {
    good: true,
    async acts({ desk }) {
      await opensRecord(desk);
      const [subject] = (await askKeeper(desk, 'query', 'subject', {})) as readonly HeldRecord[];
      const looks = ((await askKeeper(desk, 'audit')) as readonly Logged[]).filter(
        ({ action, records, reason }) =>
          action === 'consultation' && records.includes(subject?.id ?? '') && reason !== 'search',
      );
      expect(new Set(looks.map(({ reason }) => reason))).toEqual(new Set(['safeguarding']));
    },
    bad: 'true',
  },
  auditorKey: {
    good: auditor.publicKey.export({ type: 'spki', format: 'pem' }),
    async acts({ desk }) {
      await searches(desk, 'Lindqvist');
      const log = async () => JSON.stringify(await askKeeper(desk, 'audit'));
      await until('the search is in the log, sealed', async () =>
        (await log()).includes('"sealed"'),
      );
      expect(await log()).not.toMatch(/lindqvist/i);
      expect(opensSearches(await log())).toContain('“Lindqvist”');
    },
    bad: 'MFkw',
  },
  clipboard: {
    good: false,
    async acts({ desk }) {
      await opensPack(desk);
      await sees(desk, 'Your force does not let the toolkit use the clipboard.');
      await sees(desk, 'Done 1 of');
      expect(await says(desk, 'Copy 1 of')).toBe(false);
      await presses(desk, 'Close the paste pack');
    },
    bad: 'false',
  },
  adapters: {
    good: [GUIDE_ADAPTER],
    acts: readsByAdapter,
    bad: ['{ "id": "north-rms/referral" }'],
    told: 'Line 1, column 1: “title” is missing.',
  },
  instruments: {
    good: [CLUB_CHECK_FILE],
    async acts({ desk }) {
      await opensInstruments(desk);
      await sees(desk, 'Your force’s policy');
      await opensRecord(desk);
      await opensSection(desk, 'Assessments');
      await presses(desk, 'Start an assessment');
      await presses(desk, 'Use Club check');
      await sees(desk, 'items are answered');
      await cancels(desk);
    },
    bad: ['{ "id": "club" }', CLUB_CHECK_FILE],
    told: 'Line 1, column 1: “title” is missing.',
  },
  packs: {
    good: { only: true, issuers: [PACK_ISSUER], files: [PACK] },
    async acts({ desk }) {
      await goesTo(desk, 'Definitions');
      await sees(desk, 'Your force allows only packs from the issuers in its policy.');
      await sees(desk, 'by your force’s policy');
      await sees(desk, 'Limits of the North Test team, version 1.0.0');
      const { rules } = (await askKeeper(desk, 'rules-in-force')) as {
        readonly rules: { readonly timeLimits?: readonly { readonly id: string }[] };
      };
      expect(rules.timeLimits?.map(({ id }) => id)).toContain('colleague-answer');
    },
    bad: { only: true, issuers: [{ ...PACK_ISSUER, rank: 'chief' }] },
    told: 'packs: “rank”: Use one of officer, region, force, national',
  },
  notice: {
    good: {
      letterhead: 'Nowhereshire Police\nYouth Justice Team',
      contact: '07700 900100, Monday to Friday',
      own: { title: 'Form 12', version: '7', words: 'Stop using the tool.' },
    },
    async acts({ desk }) {
      await opensNotice(desk);
      await sees(desk, 'your force’s own notice, “Form 12”, version 7');
      const contact = await control(desk, 'Telephone number on the notice');
      expect(await contact.evaluate((box) => (box as HTMLInputElement).value)).toBe(
        '07700 900100, Monday to Friday',
      );
      await chooses(desk, 'Where is it going?', 'The subject');
      await sees(desk, 'Youth Justice Team');
      await sees(desk, 'Stop using the tool.');
      await presses(desk, 'Back to the subject');
    },
    bad: { letterhead: 'Nowhereshire Police', own: { title: 'Form 12', words: 'Stop.' } },
    told: 'notice: “version” is missing.',
  },
  setup: {
    good: { force: '43', regime: 'uk-gdpr', policyReference: 'APD-2026-77' },
    async acts({ desk, firstRun }) {
      expect(firstRun).toContain('Set by your force: Thames Valley, UK GDPR, APD-2026-77.');
      expect(firstRun).not.toContain('The law you work under');
      expect(firstRun.split('\n').map((line) => line.trim())).not.toContain('Force');
      await opensSetting(desk, 'Appropriate policy document');
      const box = await control(desk, 'Reference of the document');
      expect(await box.evaluate((input) => (input as HTMLInputElement).value)).toBe('APD-2026-77');
    },
    bad: { force: '999' },
    told: 'setup: “999” is not a code of the list “force”.',
  },
  retention: {
    good: [PERIOD],
    async acts({ desk }) {
      await opensRecord(desk);
      await opensSection(desk, 'Closing and keeping');
      await sees(desk, 'What is held is reviewed after 9 years.');
      await sees(desk, 'Read in a public source');
    },
    bad: [PERIOD, { group: 'group-3', clearYears: 4, status: 'found' }],
    told: 'retention, row 2: “source” is missing.',
  },
  timeLimits: {
    good: [LIMIT],
    async acts({ desk }) {
      await goesTo(desk, 'Today');
      await sees(desk, LIMIT.words);
    },
    bad: [{ ...LIMIT, id: 'crime-reference', hours: 24 }, LIMIT],
    told: 'timeLimits, row 1: “this row”: give either working days or hours',
  },
  hostClasses: {
    good: [SEALED],
    async acts({ officer, page }) {
      const tab = await officer.browser.newPage();
      await tab.goto(`${page.url}sealed`);
      const panel = await officer.press(tab);
      await sees(panel, 'Your force does not allow anything to be taken from this system');
      await tab.close();
    },
    bad: [{ class: 'never', domains: ['*.example'] }, SEALED],
    told: 'hostClasses, row 1: “domains”: Use a host, or a host and up to five parts of its pages, like gateway.example.org/records',
  },
  adaptersOff: {
    good: [{ id: 'practice-rms/legacy', versions: '<2' }],
    async acts({ desk }) {
      await opensSetting(desk, 'Adapters');
      await sees(desk, '1.0.0 (switched off by your force)');
    },
    bad: [{ id: 'practice-rms/legacy', versions: 'old' }],
    told: 'adaptersOff, row 1: “versions”: Write versions like <1.3',
  },
};

/** A policy with that value of each key. */
export function policyOf(which: 'good' | 'bad', names = POLICY_KEY_NAMES): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, POLICY_KEYS[name][which]]));
}

interface Logged {
  readonly action: string;
  readonly records: readonly string[];
  readonly reason: string;
}

/** Opens the record of the one subject, with a reason where it is asked. */
export async function opensRecord(desk: Page): Promise<void> {
  const isLogged = () => says(desk, 'Opening this page was logged');
  const isAsked = () => says(desk, 'Why are you opening this record?');
  await goesTo(desk, 'Subjects');
  await control(desk, 'Find a subject');
  await looksForNothing(desk);
  await presses(desk, SUBJECT);
  await until('it is open, or a reason is asked', async () => (await isLogged()) || isAsked());
  // The fifth of an officer's choices: safeguarding.
  if (await isAsked()) await desk.keyboard.press('5');
  await sees(desk, 'Opening this page was logged');
}

export async function searches(desk: Page, words: string): Promise<void> {
  await goesTo(desk, 'Subjects');
  await control(desk, 'Find a subject');
  await looksForNothing(desk);
  await types(desk, 'Find a subject', words);
}

/** The paste pack of the subject's one intervention. */
export async function opensPack(desk: Page): Promise<void> {
  await opensRecord(desk);
  await opensSection(desk, 'Interventions');
  await presses(desk, 'Write to another system');
  await sees(desk, 'copied one after another');
  await presses(desk, 'Paste pack');
  await sees(desk, 'these are in our own order');
}

export async function opensInstruments(desk: Page): Promise<void> {
  await goesTo(desk, 'Assessments');
  await presses(desk, 'Instruments');
  await sees(desk, 'Load an instrument from a file');
}

/** The notice that is printed for a visit. */
export async function opensNotice(desk: Page): Promise<void> {
  await opensRecord(desk);
  await opensSection(desk, 'Cease and desist, stop cards');
  await presses(desk, 'Print a notice for a visit');
}

async function readsByAdapter({ officer, page }: UnderPolicy): Promise<void> {
  const tab = await officer.browser.newPage();
  await tab.goto(page.url);
  const panel = await officer.press(tab);
  await wasRead(panel, 'Adapter my-system/register, version 1.0.0: 3 of 3 anchors found');
  await discards(panel);
  await tab.close();
}

/** The log as the auditor reads it, by the command and the private key. */
function opensSearches(log: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'auditor-'));
  const [file, key] = [join(folder, 'log.txt'), join(folder, 'key.pem')];
  try {
    writeFileSync(file, log);
    writeFileSync(key, auditor.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const command = ['scripts/open-searches.mjs', file, '--key', key];
    return execFileSync(process.execPath, command, { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

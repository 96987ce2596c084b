/**
 * Each member within a key of the managed policy's schema, seen to act. A member without a row does not compile, and
 * fails the suite by its name. The keys themselves are in `policy-keys.ts`.
 */
import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import schema from '../public/managed-schema.json' with { type: 'json' };
import {
  day,
  instant,
  signedPack,
  type TestIssuer,
  testIssuer,
  written,
} from '../src/testing/packs-under-test.ts';
import { discards, draftOf } from './journey-steps.ts';
import { askKeeper } from './keeper-ask.ts';
import { chooses, control, goesTo, presses, says, sees, until } from './officer.ts';
import { opensNotice, opensRecord, type UnderPolicy } from './policy-keys.ts';
import type { PolicyMember } from './policy-paths.ts';
import { readsFile } from './tour.ts';
import { opensSection, opensSetting } from './tour-controls.ts';

export const LIMIT_IDS = (
  /id is one of: ([^.]+)\./.exec(schema.properties.timeLimits.description)?.[1] ?? ''
).split(', ');
const IN_HOURS = ['concern-acknowledgement', 'crime-reference'];

const fingerprint = ({ signingKey }: TestIssuer): string =>
  createHash('sha256').update(signingKey).digest('hex');
/** As the toolkit shows it. */
const inGroups = (issuer: TestIssuer): string =>
  (fingerprint(issuer).match(/.{4}/g) ?? []).join(' ');

const LONG_AGO = { madeAt: instant('2020-01-02T10:00:00.000Z'), from: day('2020-01-02') };
const earlier = await testIssuer('North Test team');
export const north = await testIssuer('A name that nobody has proved');
const lost = await testIssuer('South Test team');
export const stranger = await testIssuer('East Test team');

const limits = (title: string, version: string, standing = 'proposed', id = 'north-limits') =>
  written(
    'time-limits',
    id,
    [{ id: 'colleague-answer', workingDays: 2, words: `${title}: in 2 working days` }],
    { title, version, standing },
  );
const conditions = (id: string, title: string, version: string) =>
  written(
    'conditions',
    id,
    [
      {
        id: `${id}-one`,
        title,
        words: 'Attend the workshop.',
        shownBy: 'The list of those who attended',
        aim: 'rehabilitative',
        timing: 'by',
        days: 60,
        kinds: ['community-resolution'],
      },
    ],
    { title, version },
  );
/** A pack of the issuer whom the policy trusts. */
export const northPack = (version: number, more: readonly object[] = []) =>
  signedPack(
    north,
    [
      limits('New limits', '1.1.0', 'official'),
      limits('Limits beyond its right', '1.0.0', 'official', 'more-limits'),
      written(
        'letterhead',
        'letterhead',
        { letterhead: 'North Test team' },
        { standing: 'official' },
      ),
      conditions('north-conditions', 'Workshop', '1.0.0'),
      conditions('more-conditions', 'Club', '2.0.0'),
      ...more,
    ],
    { ...LONG_AGO, id: 'north', version },
  );
const recall = { kind: 'conditions', versions: '<2.0', recalledOn: '2026-06-01' };

export const PACKS = {
  only: true,
  issuers: [
    {
      fingerprint: inGroups(north),
      name: 'North Test team',
      rank: 'region',
      official: [{ kind: 'time-limits', ids: ['north-limits'] }],
      succeeds: [inGroups(earlier)],
    },
    { fingerprint: fingerprint(earlier), name: 'North Test team, earlier key', rank: 'region' },
    {
      fingerprint: fingerprint(lost),
      name: 'South Test team',
      rank: 'force',
      recalledOn: '2026-01-05',
    },
  ],
  files: [
    await signedPack(earlier, [limits('Earlier limits', '1.0.0')], {
      ...LONG_AGO,
      id: 'north',
      version: 5,
    }),
    await northPack(1),
    await signedPack(lost, [limits('Lost limits', '1.0.0')], LONG_AGO),
  ],
  recalls: [
    { ...recall, id: 'north-conditions', reason: 'The workshop has closed.' },
    { ...recall, id: 'more-conditions', reason: 'The club has moved.' },
  ],
};

export const MEMBERS_POLICY = {
  setup: { force: '43', regime: 'uk-gdpr', policyReference: 'APD-2026-77' },
  notice: {
    letterhead: 'Nowhereshire Police\nYouth Justice Team',
    contact: '07700 900100, Monday to Friday',
    own: { title: 'Form 12', version: '7', words: 'Stop using the tool.' },
  },
  retention: [
    {
      group: 'not-suspected',
      clearYears: 9,
      everyYears: 3,
      untilAge: 40,
      status: 'secondary',
      source: 'Schedule 4 of the force',
    },
  ],
  timeLimits: LIMIT_IDS.map((id) => ({
    id,
    ...(IN_HOURS.includes(id) ? { hours: 7 } : { workingDays: 3 }),
    words: `Our force’s rule for ${id}`,
    status: 'found',
    source: 'Procedure 12 of the force',
    checkedOn: '2026-11-02',
  })),
  hostClasses: [
    { class: 'partner', domains: ['127.0.0.1/shared'] },
    { class: 'force', domains: ['127.0.0.1/shared/own'] },
    { class: 'open-source', domains: ['127.0.0.1/open'] },
    { class: 'never', domains: ['127.0.0.1/sealed'], words: ['quietvault'] },
  ],
  adaptersOff: [
    { id: 'practice-rms/legacy', versions: '<2' },
    { id: 'practice-rms/lists', versions: '>=2' },
  ],
  packs: PACKS,
};

type Acts = (at: UnderPolicy) => Promise<void>;

export const POLICY_MEMBERS: Readonly<Record<PolicyMember, Acts>> = {
  'setup.force': firstRunSays('Thames Valley'),
  'setup.regime': firstRunSays('UK GDPR'),
  'setup.policyReference': firstRunSays('APD-2026-77'),
  'notice.letterhead': noticeSays('Youth Justice Team'),
  async 'notice.contact'({ desk }) {
    await opensNotice(desk);
    await until('the box has what the policy says', async () => {
      const box = await control(desk, 'Telephone number on the notice');
      const typed = await box.evaluate((input) => (input as HTMLInputElement).value);
      return typed === '07700 900100, Monday to Friday';
    });
    await presses(desk, 'Back to the subject');
  },
  'notice.own.title': noticeSays('“Form 12”'),
  'notice.own.version': noticeSays('version 7'),
  'notice.own.words': noticeSays('Stop using the tool.'),
  'retention[].group': retentionSays('No group chosen: kept as'),
  'retention[].clearYears': retentionSays('What is held is reviewed after 9 years.'),
  'retention[].everyYears': definitionsSay('then every 3 years'),
  'retention[].untilAge': retentionSays('14 March 2052, when the person would be 40'),
  'retention[].status': retentionSays('Quoted by others; your force must confirm it'),
  'retention[].source': definitionsSay('Schedule 4 of the force'),
  'timeLimits[].id': async ({ desk }) => {
    await goesTo(desk, 'Definitions');
    for (const id of LIMIT_IDS) await sees(desk, `Our force’s rule for ${id}`);
  },
  'timeLimits[].workingDays': async ({ desk }) => {
    // Received on a Friday.
    expect((await dueBy(desk, 'referral-decision'))?.by).toBe('2026-11-25');
  },
  'timeLimits[].hours': async ({ desk }) => {
    expect((await dueBy(desk, 'crime-reference'))?.why).toMatch(/Here that is by .*, \d\d:\d\d\.$/);
  },
  'timeLimits[].words': async ({ desk }) => {
    await goesTo(desk, 'Today');
    await sees(desk, 'Our force’s rule for referral-decision');
  },
  'timeLimits[].status': definitionsSay('Read in a public source, not confirmed by your force'),
  'timeLimits[].source': definitionsSay('Procedure 12 of the force.'),
  'timeLimits[].checkedOn': definitionsSay('Last checked 2 November 2026.'),
  async 'hostClasses[].class'(at) {
    expect(await classOf(at, 'shared')).toBe('partner');
    expect(await classOf(at, 'open')).toBe('open-source');
    await isRefused(at, 'sealed');
  },
  async 'hostClasses[].domains'(at) {
    expect(await classOf(at, 'shared/own')).toBe('force');
  },
  'hostClasses[].words': (at) => isRefused(at, 'quietvault/1'),
  'adaptersOff[].id': async ({ desk }) => {
    await opensSetting(desk, 'Adapters');
    await sees(desk, '1.0.0 (switched off by your force)');
  },
  async 'adaptersOff[].versions'({ desk }) {
    await opensSetting(desk, 'Adapters');
    await sees(desk, '(switched off by your force)');
    // The other row names versions that are not here.
    const text = await desk.evaluate(() => document.body.innerText);
    expect(text.split('(switched off by your force)')).toHaveLength(2);
  },
  async 'packs.only'({ desk }) {
    await previews(desk, await signedPack(stranger, [limits('Other limits', '1.0.0')], LONG_AGO));
    await sees(desk, 'Your force takes in only the packs of issuers that its policy names');
    expect(await says(desk, 'Take in this pack')).toBe(false);
  },
  async 'packs.issuers[].fingerprint'({ desk }) {
    await goesTo(desk, 'Definitions');
    await sees(desk, inGroups(north));
  },
  'packs.issuers[].name': definitionsSay('North Test team (region)'),
  async 'packs.issuers[].rank'({ desk }) {
    const { issuers } = (await askKeeper(desk, 'packs-held')) as Held;
    expect(issuers.map(({ rank }) => rank)).toEqual(['region', 'region']);
  },
  async 'packs.issuers[].official[].kind'({ desk }) {
    await definitionsSay('Official: issued by the body it belongs to')({ desk });
    // The letterhead, and the limits of another id.
    await sees(desk, '2 left out');
  },
  async 'packs.issuers[].official[].ids'({ desk }) {
    await definitionsSay('New limits, version 1.1.0')({ desk });
    expect(await says(desk, 'Limits beyond its right')).toBe(false);
  },
  async 'packs.issuers[].succeeds'({ desk }) {
    await definitionsSay('New limits, version 1.1.0')({ desk });
    // Neither in force nor displaced: its pack, of a higher number, came before that of the new key.
    expect(await says(desk, 'Earlier limits')).toBe(false);
  },
  'packs.issuers[].recalledOn': definitionsSay(
    'Pack 3 of your force’s policy was not taken in: The key',
  ),
  'packs.files': definitionsSay('by your force’s policy'),
  async 'packs.recalls[].kind'({ desk }) {
    const { inForce } = (await askKeeper(desk, 'packs-held')) as Held;
    expect(inForce.map(({ id }) => id)).not.toContain('north-conditions');
    expect(inForce.map(({ id }) => id)).toContain('more-conditions');
  },
  'packs.recalls[].id': definitionsSay('Workshop, version 1.0.0'),
  async 'packs.recalls[].versions'({ desk }) {
    await definitionsSay('Club, version 2.0.0')({ desk });
    expect(await says(desk, 'The club has moved.')).toBe(false);
  },
  'packs.recalls[].reason': definitionsSay('The workshop has closed.'),
  'packs.recalls[].recalledOn': definitionsSay('1 June 2026'),
};

interface Held {
  readonly issuers: readonly { readonly rank: string }[];
  readonly inForce: readonly { readonly id: string }[];
}

function firstRunSays(words: string): Acts {
  return async ({ firstRun }) => expect(firstRun).toContain(words);
}

function noticeSays(words: string): Acts {
  return async ({ desk }) => {
    await opensNotice(desk);
    await chooses(desk, 'Where is it going?', 'The subject');
    await sees(desk, words);
    await presses(desk, 'Back to the subject');
  };
}

function retentionSays(words: string): Acts {
  return async ({ desk }) => {
    await opensRecord(desk);
    await opensSection(desk, 'Closing and keeping');
    await sees(desk, words);
  };
}

export function definitionsSay(words: string) {
  return async ({ desk }: Pick<UnderPolicy, 'desk'>): Promise<void> => {
    await goesTo(desk, 'Definitions');
    await sees(desk, words);
  };
}

/** Shows what a pack would change. */
export async function previews(desk: Page, text: string): Promise<void> {
  await goesTo(desk, 'Definitions');
  await presses(desk, 'Take in a pack');
  await readsFile(desk, 'Choose or drop a file', 'pack.json', text);
  await sees(desk, 'Chosen: pack.json');
  await presses(desk, 'Show what it would change');
  await sees(desk, 'About this pack');
}

interface Due {
  readonly why: string;
  readonly by?: string;
}

async function dueBy(desk: Page, limit: string): Promise<Due | undefined> {
  const { entries } = (await askKeeper(desk, 'diary', '2126-01-01')) as {
    readonly entries: readonly Due[];
  };
  return entries.find(({ why }) => why.includes(`Our force’s rule for ${limit}.`));
}

/** Presses on that page. @returns the class that its draft has */
async function classOf({ officer, page }: UnderPolicy, path: string): Promise<unknown> {
  const tab = await officer.browser.newPage();
  await tab.goto(`${page.url}${path}`);
  const panel = await officer.press(tab);
  await panel.waitForSelector('.cp-draft-row[data-row]');
  const [origin] = (await draftOf(panel)).origins;
  await discards(panel);
  await tab.close();
  return (origin as { readonly hostClass?: string } | undefined)?.hostClass;
}

async function isRefused({ officer, page }: UnderPolicy, path: string): Promise<void> {
  const tab = await officer.browser.newPage();
  await tab.goto(`${page.url}${path}`);
  const panel = await officer.press(tab);
  await sees(panel, 'Your force does not allow anything to be taken from this system');
  await tab.close();
}

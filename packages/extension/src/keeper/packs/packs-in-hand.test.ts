/** The packs of a vault for everything else in its keeper: lists and rules as they are with them, from day to day. */
import type { PlainDate } from '@cyber-prevent/core';
import { beforeEach, expect, it } from 'vitest';
import { type MemoryWork, memoryWork } from '../../testing/memory-work.js';
import {
  day,
  signedPack,
  type TestIssuer,
  testIssuer,
  written,
} from '../../testing/packs-under-test.js';
import { browserHost } from '../host.js';
import { NO_POLICY } from '../policy.js';
import { packsInHand } from './packs-in-hand.js';

const FORCE = await testIssuer('Wendingshire cyber unit');
const NATION = await testIssuer('The national unit');

let today: PlainDate;
let work: MemoryWork;

const host = () => ({
  digest: browserHost().digest,
  clock: {
    today: () => today,
    now: () => browserHost(() => new Date(`${today}T12:00:00Z`)).clock.now(),
  },
});
const hand = (policy = async () => NO_POLICY) => packsInHand({ work, host: host(), policy });

beforeEach(() => {
  today = day('2026-12-01');
  work = memoryWork();
});

const necessity = (label: string) =>
  written('code-list', 'necessity', {
    id: 'necessity',
    title: 'Why it is needed here',
    codes: [{ code: 'our-purpose', label }],
  });
const limits = written('time-limits', 'our-limits', [
  { id: 'first-contact', workingDays: 3, words: 'The first contact is within 3 working days' },
]);
const pack = (definitions: readonly object[], version = 1, issuer: TestIssuer = FORCE, more = {}) =>
  signedPack(issuer, definitions, { version, ...more });

/** Takes in a pack by its desk, as an officer who has seen its changes does. */
async function takesIn(text: string, pin: { rank: 'force' | 'national' } | undefined) {
  const desk = await hand().desk();
  const preview = await desk.preview(text, pin);
  const taken = preview.ok ? await desk.take(text, pin, preview.value.shown) : preview;
  expect(taken).toMatchObject({ ok: true });
}

it('gives the lists and the limits of packs in force, and again on the day on which one begins', async () => {
  await takesIn(
    await pack([necessity('Our own purpose'), limits], 1, FORCE, { from: day('2026-12-03') }),
    {
      rank: 'force',
    },
  );
  const packs = hand();
  const { lists } = packs;
  await packs.refresh();
  const isThere = () => lists.get('necessity')?.codes.some(({ code }) => code === 'our-purpose');
  expect([isThere(), (await packs.policy()).timeLimits]).toEqual([false, undefined]);
  today = day('2026-12-03');
  await packs.refresh();
  expect(isThere()).toBe(true);
  expect((await packs.policy()).timeLimits).toMatchObject([
    { id: 'first-contact', workingDays: 3 },
  ]);
  expect((await packs.inForce())?.rules.timeLimits).toHaveLength(1);
});

it('reads the policy over the force’s packs and under the national unit’s', async () => {
  const limit = (workingDays: number) =>
    written('time-limits', 'our-limits', [
      { id: 'first-contact', workingDays, words: `Within ${workingDays} working days` },
    ]);
  await takesIn(await pack([limit(3)]), { rank: 'force' });
  await takesIn(await pack([limit(5)], 1, NATION), { rank: 'national' });
  const own = { id: 'first-contact', workingDays: 4 };
  const packs = hand(async () => ({ ...NO_POLICY, timeLimits: [own as never] }));
  const { timeLimits } = await packs.policy();
  expect(timeLimits?.map(({ workingDays }) => workingDays)).toEqual([3, 4, 5]);
});

it('gives what no setting has: conditions, signposts, instruments of packs', async () => {
  const conditions = written('conditions', 'our-conditions', [
    {
      id: 'workshop',
      title: 'A workshop',
      words: 'Attend the workshop of the Wendingshire team.',
      shownBy: 'The list of those who attended',
      aim: 'rehabilitative',
      timing: 'by',
      days: 60,
      kinds: ['community-resolution'],
    },
  ]);
  const register = written('adapter', 'wendingshire/register', {
    id: 'wendingshire/register',
    version: '1.0.0',
    title: 'Wendingshire register',
    owner: 'Wendingshire Police',
    engine: '>=0.0.1',
    fixtures: [],
    match: { anchors: [{ title: 'Register' }] },
    screens: [{ fields: { 'subject.name': [{ label: 'Full name' }] } }],
  });
  const instrument = (version: string) =>
    written(
      'instrument',
      'our-screen',
      {
        id: 'our-screen',
        title: 'Our screening questions',
        version,
        status: 'illustrative',
        source: 'Made up for a test',
        items: [{ id: 'peers', prompt: 'Has peers', bears: 'strength', source: 'Made up' }],
        bands: [],
      },
      { version },
    );
  await takesIn(await pack([conditions, register, instrument('1.0.0')]), { rank: 'force' });
  today = day('2026-12-02');
  await takesIn(await pack([conditions, instrument('1.1.0')], 2), undefined);
  const given = (await hand().policy()).given;
  expect(given?.conditions).toMatchObject([{ id: 'workshop', status: 'proposed' }]);
  expect(given?.instruments?.inForce).toMatchObject([{ version: '1.1.0' }]);
  expect(given?.instruments?.ever.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
  expect(given?.adapters?.inForce).toEqual([]);
  expect(given?.adapters?.ever).toMatchObject([{ id: 'wendingshire/register' }]);
  expect(given?.signposts).toBeUndefined();
  expect(given?.named?.map(({ kind, issuer }) => `${kind} ${issuer?.rank}`).sort()).toEqual([
    'conditions force',
    'instrument force',
  ]);
  expect(given?.recalled).toBeUndefined();
});

it('loads nothing of packs while there are none', async () => {
  const packs = hand();
  expect(await packs.inForce()).toBeUndefined();
  expect(await packs.policy()).toEqual(NO_POLICY);
});

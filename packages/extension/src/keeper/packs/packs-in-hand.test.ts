/** The packs of a vault for everything else in its keeper: lists and rules as they are with them, from day to day. */
import type { PlainDate } from '@cyber-prevent/core';
import { beforeEach, expect, it } from 'vitest';
import type { PackPin } from '../../ports/packs.js';
import { type MemoryWork, memoryWork } from '../../testing/memory-work.js';
import {
  AS_FORCE,
  AS_NATION,
  FORCE,
  hostOn,
  limits,
  NATION,
  necessity,
  pack,
  takesInAt,
} from '../../testing/pack-bench.js';
import { day, written } from '../../testing/packs-under-test.js';
import { NO_POLICY } from '../policy.js';
import { packsInHand } from './packs-in-hand.js';

let today: PlainDate;
let work: MemoryWork;
beforeEach(() => {
  today = day('2026-12-01');
  work = memoryWork();
});

const hand = (policy = async () => NO_POLICY) =>
  packsInHand({ work, host: hostOn(() => today), policy });

async function takesIn(text: string, pin: PackPin | undefined) {
  expect(await takesInAt(await hand().desk(), text, pin)).toMatchObject({ ok: true });
}

it('gives the lists and the limits of packs in force, and again on the day on which one begins', async () => {
  await takesIn(
    await pack([necessity('Our own purpose'), limits(3)], 1, FORCE, { from: day('2026-12-03') }),
    AS_FORCE,
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
  await takesIn(await pack([limits(3)]), AS_FORCE);
  await takesIn(await pack([limits(5)], 1, NATION), AS_NATION);
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
  await takesIn(await pack([conditions, register, instrument('1.0.0')]), AS_FORCE);
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

it('gives the templates of packs in force with all that a paper says of them, until they are recalled', async () => {
  const letter = (id: string, version: string) =>
    written(
      'template',
      id,
      {
        markdown: `---\nid: ${id}\ntitle: Our letter\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\n---\n\nDear :value[subject.name]\n`,
      },
      { version },
    );
  await takesIn(
    await pack([letter('our-letter', '1.0.0'), letter('case-summary', '2.0.0')]),
    AS_FORCE,
  );
  const templates = async (...recalls: readonly object[]) => {
    const packs = { isOnly: false, issuers: [], files: [], recalls: recalls as never };
    return (await hand(async () => ({ ...NO_POLICY, packs })).policy()).given?.templates;
  };
  expect(await templates()).toMatchObject({
    inForce: [
      { id: 'case-summary', version: '2.0.0' },
      {
        id: 'our-letter',
        title: 'Our template',
        version: '1.0.0',
        standing: 'proposed',
        source: 'Working paper 7 of the fictional Wendingshire team',
        checkedOn: '2026-11-20',
        issuer: { name: 'Wendingshire cyber unit', rank: 'force' },
        markdown: expect.stringContaining('Dear'),
      },
    ],
    recalled: [],
  });
  const recall = (id: string, versions: string) => ({
    kind: 'template',
    id,
    versions,
    reason: 'It names the wrong Act.',
    recalledOn: day('2026-12-01'),
  });
  // What ships comes back, unless it is recalled too.
  const ofPack = await templates(recall('our-letter', '*'), recall('case-summary', '>=2.0.0'));
  expect(ofPack).toBeUndefined();
  const both = await templates(recall('our-letter', '*'), recall('case-summary', '*'));
  expect(both).toMatchObject({
    inForce: [],
    recalled: [{ id: 'case-summary', reason: 'It names the wrong Act.' }],
  });
  expect(both?.recalled).toHaveLength(1);
});

it('makes nothing official that an officer’s own pack calls so, nor what lowers the marking', async () => {
  const head = (marking: string) =>
    `---\nid: our-letter\ntitle: A\nmarking: ${marking}\nneeds: [subject]\n---\n\nA\n`;
  const official = written(
    'template',
    'our-letter',
    { markdown: head('OFFICIAL-SENSITIVE') },
    { standing: 'official' },
  );
  await takesIn(await pack([official]), AS_FORCE);
  const lowered = written('template', 'our-letter', { markdown: head('OFFICIAL') });
  await takesIn(await pack([lowered], 2), undefined);
  expect((await hand().policy()).given?.templates).toBeUndefined();
});

it('loads nothing of packs while there are none', async () => {
  const packs = hand();
  expect(await packs.inForce()).toBeUndefined();
  expect(await packs.policy()).toEqual(NO_POLICY);
});

it('looks a postcode up in the tables in force, and keeps every table for the law of a save', async () => {
  const table = (version: string, localAuthority: string, forceArea: string) =>
    written(
      'postcode-area',
      'our-postcodes',
      { areas: [{ forceArea, localAuthority, postcodes: ['GU99 1AA'] }] },
      { version },
    );
  await takesIn(await pack([table('1.0.0', 'E10000030', '45')]), AS_FORCE);
  const packs = hand();
  expect(await packs.areaOfPostcode('GU99 1AA')).toMatchObject({
    ok: true,
    value: { localAuthority: 'E10000030' },
  });
  await takesIn(await pack([table('1.1.0', 'E06000035', '46')], 2), AS_FORCE);
  today = day('2026-12-02');
  expect(await packs.areaOfPostcode('GU99 1AA')).toMatchObject({
    value: { localAuthority: 'E06000035' },
  });
  const { inForce, ever } = packs.postcodeTables();
  expect(inForce.map(({ version }) => version)).toEqual(['1.1.0']);
  expect(ever.map(({ version, issuer }) => [version, issuer])).toEqual([
    ['1.0.0', FORCE.name],
    ['1.1.0', FORCE.name],
  ]);
  expect(await packs.areaOfPostcode('GU99 1')).toMatchObject({
    ok: false,
    issues: [{ code: 'postcode-not-whole' }],
  });
});

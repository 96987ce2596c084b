/** Packs taken in and out of a vault’s sealed work, by the acts that its officer and its force’s policy have. */
import { gatherCodeLists, type PlainDate } from '@cyber-prevent/core';
import { LARGEST_PACK } from '@cyber-prevent/core/pack';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PackPin, PackPolicy } from '../../ports/packs.js';
import { LONGEST_PACK_TEXT } from '../../ports/verbs/pack-verbs.js';
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
import { type PackDesk, packDesk } from './pack-desk.js';

const FORCE = await testIssuer('Wendingshire cyber unit');
const NATION = await testIssuer('The national unit');
const NONE: PackPolicy = { isOnly: false, issuers: [], files: [], recalls: [] };

let today: PlainDate;
let given: PackPolicy | Error | undefined;
let work: MemoryWork;
let desk: PackDesk;

const host = () => {
  const { digest } = browserHost();
  const clock = {
    today: () => today,
    now: () => browserHost(() => new Date(`${today}T12:00:00Z`)).clock.now(),
  };
  return { digest, clock };
};
const policy = async () => {
  if (given instanceof Error) throw given;
  return { ...NO_POLICY, ...(given ? { packs: given } : {}) };
};

beforeEach(() => {
  today = day('2026-12-01');
  given = undefined;
  work = memoryWork();
  desk = packDesk({ work, host: host(), policy });
});

const necessity = (label: string, version = '1.0.0', code = 'our-purpose') =>
  written(
    'code-list',
    'necessity',
    { id: 'necessity', title: 'Why it is needed here', codes: [{ code, label }] },
    { version },
  );
const limits = written('time-limits', 'our-limits', [
  { id: 'first-contact', workingDays: 3, words: 'The first contact is within 3 working days' },
]);
const pack = (definitions: readonly object[], version = 1, issuer: TestIssuer = FORCE, more = {}) =>
  signedPack(issuer, definitions, { version, ...more });

/** Previews and takes in, as the officer who compared the fingerprint does. */
async function takesIn(text: string, pin: PackPin | undefined) {
  const preview = await desk.preview(text, pin);
  if (!preview.ok) return preview;
  return desk.take(text, pin, preview.value.shown);
}
async function pinnedByPolicy(issuer: TestIssuer, rank: 'force' | 'national' = 'force') {
  const fingerprint = await browserHost().digest(issuer.signingKey);
  return { fingerprint, name: issuer.name, rank };
}
const codesOf = async (issues: Promise<{ readonly issues: readonly { code: string }[] }>) =>
  (await issues).issues.map(({ code }) => code);
const labelOf = async (code: string) =>
  (await desk.here()).lists.get('necessity')?.codes.find((each) => each.code === code);

it('shows an unknown issuer’s fingerprint and nothing more, and takes nothing in', async () => {
  const text = await pack([necessity('Our own purpose')]);
  const preview = await desk.preview(text, undefined);
  expect(preview.ok && preview.value).toMatchObject({
    title: 'Wendingshire force pack',
    issuerName: 'Wendingshire cyber unit',
    changes: [],
    issues: [{ code: 'pack-issuer-unknown' }],
  });
  expect(preview.ok && preview.value.fingerprint).toHaveLength(16);
  expect(preview.ok && preview.value.issuer).toBeUndefined();
  expect(await codesOf(takesIn(text, undefined))).toEqual(['pack-issuer-unknown']);
  expect((await desk.read()).packs).toEqual([]);
});

it('takes in nothing under a key that the officer has not said is the same', async () => {
  const text = await pack([limits]);
  const preview = await desk.preview(text, { rank: 'force', compared: 'same' });
  if (!preview.ok) throw new Error('no preview');
  const notSame: PackPin = { rank: 'force', compared: 'not-same' };
  const unsaid = { rank: 'force' } as PackPin;
  for (const pin of [notSame, unsaid]) {
    expect(await desk.preview(text, pin)).toMatchObject({
      issues: [{ code: 'pack-key-not-compared' }],
    });
    expect(await desk.take(text, pin, preview.value.shown)).toMatchObject({
      issues: [{ code: 'pack-key-not-compared' }],
    });
  }
  expect(await desk.read()).toMatchObject({ packs: [], issuers: [] });
});

it('names what is left out with its version and rows, and the one in force that stays', async () => {
  const official = necessity('Our own purpose', '3.0.0');
  const text = await pack([{ ...official, standing: 'official' }, limits]);
  const preview = await desk.preview(text, { rank: 'force', compared: 'same' });
  expect(preview.ok && preview.value.refused).toMatchObject([
    {
      kind: 'code-list',
      id: 'necessity',
      version: '3.0.0',
      rows: 1,
      stays: { id: 'necessity', version: expect.any(String) },
    },
  ]);
});

it('says how many entries it replaces, and that others of the kind stay', async () => {
  const text = await pack([necessity('Our own purpose'), limits]);
  const preview = await desk.preview(text, { rank: 'force', compared: 'same' });
  if (!preview.ok) throw new Error('no preview');
  const codes = gatherCodeLists().get('necessity')?.codes.length;
  const [list, times] = preview.value.changes.map(({ before }) => before?.replaced);
  expect(list).toEqual({ count: codes, of: codes });
  expect(times).toEqual({ count: 1, of: expect.any(Number) });
  expect(times?.of).toBeGreaterThan(1);
  expect(preview.value.old).toEqual([]);
});

it('warns of an old pack, and takes it in all the same', async () => {
  const madeAt = '2022-01-02T10:00:00.000Z';
  const text = await pack([limits], 1, FORCE, { madeAt, from: day('2022-01-02') });
  const preview = await desk.preview(text, { rank: 'force', compared: 'same' });
  expect(preview.ok && preview.value.old).toMatchObject([
    { code: 'pack-old' },
    { code: 'pack-old' },
  ]);
  await takesIn(text, { rank: 'force', compared: 'same' });
  expect((await desk.read()).packs).toMatchObject([{ isHistory: false }]);
});

it('takes in nothing by a policy that was another when it was shown', async () => {
  const text = await pack([limits], 1, NATION);
  const preview = await desk.preview(text, { rank: 'force', compared: 'same' });
  if (!preview.ok) throw new Error('no preview');
  given = { ...NONE, issuers: [await pinnedByPolicy(NATION, 'national')] };
  const taken = desk.take(text, { rank: 'force', compared: 'same' }, preview.value.shown);
  expect(await codesOf(taken as never)).toEqual(['pack-changed-since']);
  const again = await desk.preview(text, { rank: 'force', compared: 'same' });
  expect(again.ok && again.value.issuer).toMatchObject({ rank: 'national', by: 'policy' });
});

it('says in words and counts what a pack would change, then takes in what was shown', async () => {
  const text = await pack([necessity('Our own purpose'), limits]);
  const preview = await desk.preview(text, { rank: 'force', compared: 'same' });
  if (!preview.ok) throw new Error('no preview');
  const { changes, counts, issuer, actsFrom } = preview.value;
  expect(issuer).toEqual({
    name: 'Wendingshire cyber unit',
    rank: 'force',
    by: 'officer',
    pinnedOn: '2026-12-01',
  });
  expect(actsFrom).toBe('2026-12-01');
  expect(counts).toEqual({ changed: 2 });
  expect(changes[0]).toMatchObject({
    definition: { title: 'Our code-list', standing: 'proposed' },
    before: { id: 'necessity', standing: expect.any(String) },
    added: { count: 1, words: ['Our own purpose'] },
    removed: { count: gatherCodeLists().get('necessity')?.codes.length },
  });
  expect(
    await desk.take(text, { rank: 'force', compared: 'same' }, preview.value.shown),
  ).toMatchObject({ ok: true });

  const read = await desk.read();
  expect(read.packs).toMatchObject([
    { version: 1, rank: 'force', by: 'officer', takenInOn: '2026-12-01', definitions: 2 },
  ]);
  expect(
    read.inForce.find(({ id, kind }) => kind === 'code-list' && id === 'necessity'),
  ).toMatchObject({
    issuer: { name: 'Wendingshire cyber unit', rank: 'force' },
    pack: { id: 'wendingshire', version: 1 },
    since: '2026-12-01',
    displaced: [{ id: 'necessity' }],
  });
  expect((await labelOf('our-purpose'))?.label).toBe('Our own purpose');
  expect(await codesOf(takesIn(text, undefined))).toEqual(['pack-held']);
});

it('says of each changed entry what it was until then: other words, another number under the same words', async () => {
  const limit = (workingDays: number, words: string, version: string) =>
    written('time-limits', 'limits', [{ id: 'colleague-answer', workingDays, words }], { version });
  const changedBy = async (text: string) => {
    const preview = await desk.preview(text, { rank: 'force', compared: 'same' });
    return preview.ok ? preview.value.changes[0] : undefined;
  };
  const first = await pack([limit(9, 'A colleague is answered', '1.0.0')]);
  expect(await changedBy(first)).toMatchObject({
    before: { id: 'time-limit' },
    changed: {
      count: 1,
      entries: [
        {
          words: 'A colleague is answered',
          was: 'A colleague is asked again after ten working days',
          members: [{ name: 'Working days', was: '10', now: '9' }],
        },
      ],
    },
  });
  await takesIn(first, { rank: 'force', compared: 'same' });
  expect(
    await changedBy(await pack([limit(4, 'A colleague is answered', '1.1.0')], 2)),
  ).toMatchObject({
    changed: { entries: [{ members: [{ name: 'Working days', was: '9', now: '4' }] }] },
  });
  const same = await changedBy(await pack([limit(9, 'A colleague is answered', '1.1.0')], 2));
  expect(same?.changed).toEqual({ count: 0, entries: [] });
});

it('keeps the words of a code that a later version takes away', async () => {
  await takesIn(await pack([necessity('Our own purpose')]), { rank: 'force', compared: 'same' });
  today = day('2026-12-05');
  const later = await pack([necessity('Another', '1.1.0', 'other')], 2);
  const preview = await desk.preview(later, undefined);
  expect(preview.ok && preview.value.changes[0]).toMatchObject({
    change: 'changed',
    removed: { count: 1, words: ['Our own purpose'] },
  });
  await takesIn(later, undefined);
  expect(await labelOf('our-purpose')).toMatchObject({
    label: 'Our own purpose',
    from: '2026-12-01',
    to: '2026-12-04',
  });
});

it('takes nothing in that was not shown: another pack came, or the day is another', async () => {
  const text = await pack([limits]);
  const preview = await desk.preview(text, { rank: 'force', compared: 'same' });
  const shown = preview.ok ? preview.value.shown : '';
  expect(await codesOf(desk.take(text, { rank: 'national', compared: 'same' }, shown))).toEqual([
    'pack-changed-since',
  ]);
  today = day('2026-12-02');
  expect(await codesOf(desk.take(text, { rank: 'force', compared: 'same' }, shown))).toEqual([
    'pack-changed-since',
  ]);
  today = day('2026-12-01');
  await takesIn(await pack([limits], 1, NATION), { rank: 'national', compared: 'same' });
  expect(await codesOf(desk.take(text, { rank: 'force', compared: 'same' }, shown))).toEqual([
    'pack-changed-since',
  ]);
  expect((await desk.read()).packs).toHaveLength(1);
});

describe('bad input is told by the core’s issues, and nothing of it is kept', () => {
  it.each([
    ['not a pack', async () => '{}', 'pack-unreadable'],
    ['too large', async () => 'x'.repeat(LONGEST_PACK_TEXT), 'pack-unreadable'],
    [
      'altered',
      async () => (await pack([limits])).replace('3 working', '9 working'),
      'pack-unsigned',
    ],
    ['of a newer engine', () => pack([limits], 1, FORCE, { needs: '>=99' }), 'pack-needs'],
    ['two of one id', () => pack([limits, limits]), 'pack-definition-twice'],
  ])('%s', async (_, text, code) => {
    expect(await codesOf(takesIn(await text(), { rank: 'force', compared: 'same' }))).toEqual([
      code,
    ]);
    expect(work.held('keeper/packs')).toBeUndefined();
  });

  it('a definition that calls itself official is left out, and named', async () => {
    const official = { ...necessity('Our own purpose'), standing: 'official' };
    const preview = await desk.preview(await pack([official, limits]), {
      rank: 'national',
      compared: 'same',
    });
    expect(preview.ok && preview.value.refused).toMatchObject([
      { id: 'necessity', issues: [{ code: 'pack-not-official' }] },
    ]);
  });
});

it('says what stays because the new one was left out, and which recall names nothing', async () => {
  await takesIn(await pack([necessity('Our own purpose'), limits]), {
    rank: 'force',
    compared: 'same',
  });
  today = day('2026-12-05');
  const wrong = { kind: 'time-limits', id: 'our-limit', versions: '*', reason: 'It was wrong.' };
  const recalls = [
    wrong,
    { ...wrong, id: 'our-limits', versions: '<1.0' },
    { ...wrong, kind: 'poster' },
  ];
  const left = necessity('Our own\u202E purpose', '1.1.0');
  const later = await signedPack(FORCE, [left, limits], { version: 2 }, recalls);
  const preview = await desk.preview(later, undefined);
  if (!preview.ok) throw new Error('refused');
  const { changes, counts, refused, recalls: said } = preview.value;
  expect(counts).toMatchObject({ kept: 1, same: 1 });
  expect(changes.find(({ change }) => change === 'kept')).toMatchObject({
    definition: { id: 'necessity', pack: { version: 1 } },
  });
  expect(refused.map(({ id }) => id)).toEqual(['necessity', 'our-limit']);
  expect(said.map(({ isOfNothing }) => isOfNothing)).toEqual([true, true]);
});

describe('a pack that the officer sets aside', () => {
  it('decides nothing from that day, and keeps its words for what was recorded before', async () => {
    await takesIn(await pack([necessity('Our own purpose')]), { rank: 'force', compared: 'same' });
    today = day('2026-12-08');
    const [held] = (await desk.read()).packs;
    await desk.setAside(held?.digest ?? '', 'It names the wrong unit.');
    const read = await desk.read();
    expect(read.packs[0]?.setAside).toEqual({
      on: '2026-12-08',
      reason: 'It names the wrong unit.',
    });
    expect(read.inForce.filter(({ pack: of }) => of !== undefined)).toEqual([]);
    expect(await labelOf('our-purpose')).toMatchObject({ from: '2026-12-01', to: '2026-12-07' });
  });

  it('is put back on the same day, and on no later one', async () => {
    await takesIn(await pack([limits]), { rank: 'force', compared: 'same' });
    const [held] = (await desk.read()).packs;
    const inForce = async () => (await desk.read()).inForce.some(({ id }) => id === 'our-limits');
    await desk.setAside(held?.digest ?? '', 'By mistake');
    expect(await inForce()).toBe(false);
    expect(await desk.putBack(held?.digest ?? '')).toMatchObject({ ok: true });
    expect(await inForce()).toBe(true);
    await desk.setAside(held?.digest ?? '', 'Meant');
    today = day('2026-12-02');
    expect(await codesOf(desk.putBack(held?.digest ?? ''))).toEqual(['pack-aside-earlier']);
    expect(await codesOf(desk.putBack('another'))).toEqual(['pack-not-here']);
  });
});

it('trusts a key that the officer pinned no longer, from that day', async () => {
  await takesIn(await pack([necessity('Our own purpose')]), { rank: 'force', compared: 'same' });
  today = day('2026-12-03');
  expect(await desk.distrust(FORCE.signingKey)).toMatchObject({ ok: true });
  const read = await desk.read();
  expect(read.issuers).toMatchObject([{ name: FORCE.name, recalledOn: '2026-12-03' }]);
  expect(read.recalled).toMatchObject([
    { id: 'necessity', reason: 'The key of Wendingshire cyber unit is no longer trusted.' },
  ]);
  expect((await labelOf('our-purpose'))?.to).toBe('2026-12-02');
  const next = await pack([necessity('Once more', '1.2.0')], 2);
  expect(await codesOf(takesIn(next, undefined))).toEqual(['pack-key-recalled']);
});

describe('the force’s policy', () => {
  it('gives packs to every officer, once, and names what is wrong with one by its row', async () => {
    const text = await pack([necessity('Our own purpose')]);
    given = { ...NONE, issuers: [await pinnedByPolicy(FORCE)], files: ['{', text] };
    const read = await desk.read();
    expect(read.packs).toMatchObject([{ by: 'policy', rank: 'force', takenInOn: '2026-12-01' }]);
    expect(read.policyFaults).toMatchObject([{ row: 1, issues: [{ code: 'pack-unreadable' }] }]);
    today = day('2026-12-09');
    desk = packDesk({ work, host: host(), policy });
    expect((await desk.read()).packs).toMatchObject([{ takenInOn: '2026-12-01' }]);
  });

  it('may let in the packs of its own issuers alone: the officer’s are no longer in force', async () => {
    await takesIn(await pack([limits]), { rank: 'force', compared: 'same' });
    today = day('2026-12-02');
    given = { ...NONE, isOnly: true, issuers: [await pinnedByPolicy(NATION, 'national')] };
    const other = await testIssuer('Another');
    expect(
      await codesOf(takesIn(await pack([limits], 1, other), { rank: 'force', compared: 'same' })),
    ).toEqual(['pack-only-of-policy']);
    expect(await takesIn(await pack([necessity('National')], 1, NATION), undefined)).toMatchObject({
      ok: true,
    });
    const read = await desk.read();
    expect(read.inForce.flatMap(({ issuer }) => issuer?.name ?? [])).toEqual(['The national unit']);
    expect(read.recalled).toMatchObject([{ id: 'our-limits', recalledOn: '2026-12-02' }]);
  });

  it('recalls a definition, whoever issued it', async () => {
    await takesIn(await pack([limits]), { rank: 'force', compared: 'same' });
    const recall = { kind: 'time-limits', id: 'our-limits', versions: '*' };
    given = { ...NONE, recalls: [{ ...recall, reason: 'Too short.', recalledOn: today }] };
    expect((await desk.read()).recalled).toMatchObject([
      { id: 'our-limits', reason: 'Too short.' },
    ]);
  });

  it('loses nobody’s trust while it cannot be read, and goes on recalling and keeping others out', async () => {
    const recall = { kind: 'time-limits', id: 'our-limits', versions: '*', reason: 'Too short.' };
    given = {
      isOnly: true,
      issuers: [await pinnedByPolicy(FORCE)],
      files: [await pack([limits])],
      recalls: [{ ...recall, recalledOn: today }],
    };
    const before = await desk.read();
    given = new Error('not now');
    const read = await desk.read();
    expect(read.issuers).toMatchObject([{ name: FORCE.name }]);
    expect(read.issuers[0]?.recalledOn).toBeUndefined();
    expect([read.isOnly, read.recalled]).toEqual([true, before.recalled]);
    expect(
      await codesOf(
        takesIn(await pack([limits], 1, NATION), { rank: 'national', compared: 'same' }),
      ),
    ).toEqual(['pack-only-of-policy']);
  });
});

it('is handed one letter more than the core reads, so that the core says what is too large', () => {
  expect(LONGEST_PACK_TEXT).toBe(LARGEST_PACK + 1);
});

it('writes over nothing that another release has kept', async () => {
  work.fromElsewhere('keeper/packs', { packs: 'of another form' });
  await expect(desk.read()).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  expect(work.held('keeper/packs')).toEqual({ packs: 'of another form' });
});

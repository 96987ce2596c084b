/** Packs taken in and out of a vault’s sealed work, by the acts that its officer has. */
import { gatherCodeLists } from '@cyber-prevent/core';
import { LARGEST_PACK } from '@cyber-prevent/core/pack';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PackPin } from '../../ports/packs.js';
import { LONGEST_PACK_TEXT } from '../../ports/verbs/pack-verbs.js';
import {
  AS_FORCE,
  AS_NATION,
  codesOf,
  type DeskBench,
  deskBench,
  FORCE,
  limits,
  NATION,
  NO_PACKS,
  necessity,
  pack,
  pinnedByPolicy,
} from '../../testing/pack-bench.js';
import { day, instant, signedPack, written } from '../../testing/packs-under-test.js';

let bench: DeskBench;
beforeEach(() => {
  bench = deskBench();
});

it('shows an unknown issuer’s fingerprint and nothing more, and takes nothing in', async () => {
  const text = await pack([necessity('Our own purpose')]);
  const preview = await bench.desk.preview(text, undefined);
  expect(preview.ok && preview.value).toMatchObject({
    title: 'Wendingshire force pack',
    issuerName: 'Wendingshire cyber unit',
    changes: [],
    issues: [{ code: 'pack-issuer-unknown' }],
  });
  expect(preview.ok && preview.value.fingerprint).toHaveLength(16);
  expect(preview.ok && preview.value.issuer).toBeUndefined();
  expect(await codesOf(bench.takesIn(text, undefined))).toEqual(['pack-issuer-unknown']);
  expect((await bench.desk.read()).packs).toEqual([]);
});

it('takes in nothing under a key that the officer has not said is the same', async () => {
  const text = await pack([limits(3)]);
  const preview = await bench.desk.preview(text, AS_FORCE);
  if (!preview.ok) throw new Error('no preview');
  const notSame: PackPin = { rank: 'force', compared: 'not-same' };
  const unsaid = { rank: 'force' } as PackPin;
  for (const pin of [notSame, unsaid]) {
    expect(await bench.desk.preview(text, pin)).toMatchObject({
      issues: [{ code: 'pack-key-not-compared' }],
    });
    expect(await bench.desk.take(text, pin, preview.value.shown)).toMatchObject({
      issues: [{ code: 'pack-key-not-compared' }],
    });
  }
  expect(await bench.desk.read()).toMatchObject({ packs: [], issuers: [] });
});

it('names what is left out with its version and rows, and the one in force that stays', async () => {
  const official = necessity('Our own purpose', '3.0.0');
  const text = await pack([{ ...official, standing: 'official' }, limits(3)]);
  const preview = await bench.desk.preview(text, AS_FORCE);
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
  const text = await pack([necessity('Our own purpose'), limits(3)]);
  const preview = await bench.desk.preview(text, AS_FORCE);
  if (!preview.ok) throw new Error('no preview');
  const codes = gatherCodeLists().get('necessity')?.codes.length;
  const [list, times] = preview.value.changes.map(({ before }) => before?.replaced);
  expect(list).toEqual({ count: codes, of: codes });
  expect(times).toEqual({ count: 1, of: expect.any(Number) });
  expect(times?.of).toBeGreaterThan(1);
  expect(preview.value.old).toEqual([]);
});

it('warns of an old pack, and takes it in all the same', async () => {
  const madeAt = instant('2022-01-02T10:00:00.000Z');
  const text = await pack([limits(3)], 1, FORCE, { madeAt, from: day('2022-01-02') });
  const preview = await bench.desk.preview(text, AS_FORCE);
  expect(preview.ok && preview.value.old).toMatchObject([
    { code: 'pack-old' },
    { code: 'pack-old' },
  ]);
  await bench.takesIn(text, AS_FORCE);
  expect((await bench.desk.read()).packs).toMatchObject([{ isHistory: false, isOld: true }]);
});

it('takes in nothing by a policy that was another when it was shown', async () => {
  const text = await pack([limits(3)], 1, NATION);
  const preview = await bench.desk.preview(text, AS_FORCE);
  if (!preview.ok) throw new Error('no preview');
  bench.given = { ...NO_PACKS, issuers: [await pinnedByPolicy(NATION, 'national')] };
  const taken = bench.desk.take(text, AS_FORCE, preview.value.shown);
  expect(await codesOf(taken as never)).toEqual(['pack-changed-since']);
  const again = await bench.desk.preview(text, AS_FORCE);
  expect(again.ok && again.value.issuer).toMatchObject({ rank: 'national', by: 'policy' });
});

it('says in words and counts what a pack would change, then takes in what was shown', async () => {
  const text = await pack([necessity('Our own purpose'), limits(3)]);
  const preview = await bench.desk.preview(text, AS_FORCE);
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
  expect(await bench.desk.take(text, AS_FORCE, preview.value.shown)).toMatchObject({ ok: true });

  const read = await bench.desk.read();
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
  expect((await bench.labelOf('our-purpose'))?.label).toBe('Our own purpose');
  expect(await codesOf(bench.takesIn(text, undefined))).toEqual(['pack-held']);
});

it('says of each changed entry what it was until then: other words, another number under the same words', async () => {
  const limit = (workingDays: number, words: string, version: string) =>
    written('time-limits', 'limits', [{ id: 'colleague-answer', workingDays, words }], { version });
  const changedBy = async (text: string) => {
    const preview = await bench.desk.preview(text, AS_FORCE);
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
  await bench.takesIn(first, AS_FORCE);
  expect(
    await changedBy(await pack([limit(4, 'A colleague is answered', '1.1.0')], 2)),
  ).toMatchObject({
    changed: { entries: [{ members: [{ name: 'Working days', was: '9', now: '4' }] }] },
  });
  const same = await changedBy(await pack([limit(9, 'A colleague is answered', '1.1.0')], 2));
  expect(same?.changed).toEqual({ count: 0, entries: [] });
});

it('keeps the words of a code that a later version takes away', async () => {
  await bench.takesIn(await pack([necessity('Our own purpose')]), AS_FORCE);
  bench.today = day('2026-12-05');
  const later = await pack([necessity('Another', '1.1.0', 'other')], 2);
  const preview = await bench.desk.preview(later, undefined);
  expect(preview.ok && preview.value.changes[0]).toMatchObject({
    change: 'changed',
    removed: { count: 1, words: ['Our own purpose'] },
  });
  await bench.takesIn(later, undefined);
  expect(await bench.labelOf('our-purpose')).toMatchObject({
    label: 'Our own purpose',
    from: '2026-12-01',
    to: '2026-12-04',
  });
});

it('takes nothing in that was not shown: another pack came, or the day is another', async () => {
  const text = await pack([limits(3)]);
  const preview = await bench.desk.preview(text, AS_FORCE);
  const shown = preview.ok ? preview.value.shown : '';
  expect(await codesOf(bench.desk.take(text, AS_NATION, shown))).toEqual(['pack-changed-since']);
  bench.today = day('2026-12-02');
  expect(await codesOf(bench.desk.take(text, AS_FORCE, shown))).toEqual(['pack-changed-since']);
  bench.today = day('2026-12-01');
  await bench.takesIn(await pack([limits(3)], 1, NATION), AS_NATION);
  expect(await codesOf(bench.desk.take(text, AS_FORCE, shown))).toEqual(['pack-changed-since']);
  expect((await bench.desk.read()).packs).toHaveLength(1);
});

describe('bad input is told by the core’s issues, and nothing of it is kept', () => {
  it.each([
    ['not a pack', async () => '{}', 'pack-unreadable'],
    ['too large', async () => 'x'.repeat(LONGEST_PACK_TEXT), 'pack-unreadable'],
    [
      'altered',
      async () => (await pack([limits(3)])).replace('3 working', '9 working'),
      'pack-unsigned',
    ],
    ['of a newer engine', () => pack([limits(3)], 1, FORCE, { needs: '>=99' }), 'pack-needs'],
    ['two of one id', () => pack([limits(3), limits(3)]), 'pack-definition-twice'],
  ])('%s', async (_, text, code) => {
    expect(await codesOf(bench.takesIn(await text(), AS_FORCE))).toEqual([code]);
    expect(bench.work.held('keeper/packs')).toBeUndefined();
  });

  it('a definition that calls itself official is left out, and named', async () => {
    const official = { ...necessity('Our own purpose'), standing: 'official' };
    const preview = await bench.desk.preview(await pack([official, limits(3)]), AS_NATION);
    expect(preview.ok && preview.value.refused).toMatchObject([
      { id: 'necessity', issues: [{ code: 'pack-not-official' }] },
    ]);
  });
});

it('says what stays because the new one was left out, and which recall names nothing', async () => {
  await bench.takesIn(await pack([necessity('Our own purpose'), limits(3)]), AS_FORCE);
  bench.today = day('2026-12-05');
  const wrong = { kind: 'time-limits', id: 'our-limit', versions: '*', reason: 'It was wrong.' };
  const recalls = [
    wrong,
    { ...wrong, id: 'our-limits', versions: '<1.0' },
    { ...wrong, kind: 'poster' },
  ];
  const left = necessity('Our own\u202E purpose', '1.1.0');
  const later = await signedPack(FORCE, [left, limits(3)], { version: 2 }, recalls);
  const preview = await bench.desk.preview(later, undefined);
  if (!preview.ok) throw new Error('refused');
  const { changes, counts, refused, recalls: said } = preview.value;
  expect(counts).toMatchObject({ kept: 1, same: 1 });
  expect(changes.find(({ change }) => change === 'kept')).toMatchObject({
    definition: { id: 'necessity', pack: { version: 1 } },
  });
  expect(refused.map(({ id }) => id)).toEqual(['necessity', 'our-limit']);
  expect(said.map(({ isOfNothing }) => isOfNothing)).toEqual([true, true]);
});

it('is handed one letter more than the core reads, so that the core says what is too large', () => {
  expect(LONGEST_PACK_TEXT).toBe(LARGEST_PACK + 1);
});

it('writes over nothing that another release has kept', async () => {
  bench.work.fromElsewhere('keeper/packs', { packs: 'of another form' });
  await expect(bench.desk.read()).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
  expect(bench.work.held('keeper/packs')).toEqual({ packs: 'of another form' });
});

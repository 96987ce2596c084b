/** Rows of lists in a real store: following the store gives the same rows as reading it again. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import {
  buildEnquiry,
  buildRecord,
  buildRefusal,
  buildSource,
  buildSourceCapture,
} from '../../testing/fiction/builder.js';
import { decidedOn, openedLists } from '../../testing/lists-under-test.js';
import { LIST_NAMES, type ListName } from './list-name.js';
import type { ListRowOf } from './list-row.js';
import { listRows } from './list-rows.js';

type World = Awaited<ReturnType<typeof openedLists>>;
/** Possible changes to the records, each applied to a stored one. */
const BEFALLS: readonly ((world: World, nth: number) => Promise<unknown>)[] = [
  ({ subject }, nth) => subject(`Person ${nth}`),
  ({ keeps }) => keeps('enquiry', buildEnquiry({})),
  async (world, nth) => {
    const subjectId = await pick(world, 'subject', nth);
    if (subjectId) await world.referral({ subjectId, reference: `R-${nth}` });
  },
  async (world, nth) => {
    const [subjectId, enquiryId] = [
      await pick(world, 'subject', nth),
      await pick(world, 'enquiry', nth),
    ];
    if (subjectId && enquiryId) await world.referral({ subjectId, enquiryId });
  },
  async (world, nth) => {
    const id = await pick(world, 'subject', nth);
    if (id) await world.sets('subject', id, { name: `Renamed ${nth}` });
  },
  async (world, nth) => {
    const [id, subjectId] = [
      await pick(world, 'referral', nth),
      await pick(world, 'subject', nth + 1),
    ];
    if (id && subjectId) await world.sets('referral', id, { subjectId });
  },
  async (world, nth) => {
    const enquiryId = await pick(world, 'enquiry', nth);
    if (enquiryId) await world.keeps('decision', decidedOn(enquiryId, 'close'));
  },
  async (world, nth) => {
    const referralId = await pick(world, 'referral', nth);
    if (referralId) await world.keeps('refusal', buildRefusal({ referralId }));
  },
  async (world, nth) => {
    const subjectId = await pick(world, 'subject', nth);
    if (subjectId)
      await world.keeps('identification', buildRecord('identification', { subjectId }));
  },
  ({ keeps }, nth) =>
    keeps(
      'sourceCapture',
      buildSourceCapture(nth % 2 ? ({ conditions: 'Not to the family' } as never) : {}),
    ),
  async (world, nth) => {
    const id = await pick(world, 'sourceCapture', nth);
    const conditions = nth % 2 ? null : 'Ask first';
    if (id) await world.sets('sourceCapture', id, { conditions } as never);
  },
  ...(['subject', 'referral'] as const).map((kind) => async (world: World, nth: number) => {
    const [id, capture] = [await pick(world, kind, nth), await pick(world, 'sourceCapture', nth)];
    const held = id && (await world.store.get(kind, id));
    if (!held || !capture) return;
    const path = kind === 'subject' ? 'name' : 'narrative';
    const change = { kind, record: held.id, parents: held.heads, set: {} };
    const sources = { [path]: [buildSource({ capture })] };
    await world.store.commit({ changes: [{ ...change, sources }], reason: 'case-work' });
  }),
  ...(['subject', 'referral', 'decision'] as const).map(
    (kind) => async (world: World, nth: number) => {
      const id = await pick(world, kind, nth);
      if (id) await world.sets(kind, id, {}, true);
    },
  ),
  ...(['subject', 'referral', 'enquiry', 'decision'] as const).map(
    (kind) => async (world: World, nth: number) => {
      const id = await pick(world, kind, nth);
      if (id) await world.store.dispose([id], 'retention');
    },
  ),
];

it('comes to the same by following the store as by reading it anew, whatever befalls the records', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(BEFALLS.length - 1), fc.nat(7), fc.boolean()), { maxLength: 30 }),
      async (steps) => {
        const world = await openedLists();
        const seen = Object.fromEntries(LIST_NAMES.map((name) => [name, follower(world, name)]));
        for (const [what, nth, isLooked] of steps) {
          await BEFALLS[what]?.(world, nth);
          if (isLooked) for (const follow of Object.values(seen)) await follow();
        }
        for (const name of LIST_NAMES) {
          const { rows } = await listRows(world.store, { run: 'anew' }).rows(name);
          expect(byId(await seen[name]?.())).toEqual(byId(rows));
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** A page that keeps rows and asks for changes. */
function follower<N extends ListName>({ lists }: World, name: N) {
  const held = new Map<RecordId, ListRowOf[N]>();
  let as: string | undefined;
  return async () => {
    const answer = await lists.rows(name, as);
    as = answer.as;
    if (answer.isWhole) held.clear();
    for (const id of answer.gone) held.delete(id);
    for (const row of answer.rows) held.set(row.id, row);
    return [...held.values()];
  };
}

function byId(rows: readonly { readonly id: RecordId }[] = []) {
  return rows.toSorted((a, b) => a.id.localeCompare(b.id));
}

async function pick({ store }: World, kind: RecordKind, nth: number) {
  const held = await store.query(kind);
  return held[nth % Math.max(1, held.length)]?.id;
}

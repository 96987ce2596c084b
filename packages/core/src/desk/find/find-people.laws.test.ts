/** Following the store finds what reading it anew does, and nothing that is not held. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordKind } from '../../record/kind.js';
import {
  buildEnquiry,
  buildIntervention,
  buildRecord,
  buildReferral,
  buildReferrer,
} from '../../testing/fiction/builder.js';
import { findUnderTest, lists, type FindWorld as World } from '../../testing/find-under-test.js';
import { findPeople } from './find-people.js';

const WORDS = [
  'ada',
  'vael',
  'quill',
  'person 3',
  'R-2',
  'bees',
  'wren',
  'renam',
  '2010',
  'brandt',
];
/** Possible changes to the records, each applied to a stored one. */
const BEFALLS: readonly ((world: World, nth: number) => Promise<unknown>)[] = [
  ({ subject }, nth) => subject(`${nth % 2 ? 'Ada' : 'Wren'} Person ${nth}`),
  ({ keeps }, nth) => keeps('enquiry', buildEnquiry({ asked: `Bees ${nth}.` })),
  ({ keeps }, nth) => keeps('referrer', buildReferrer({ name: `Brandt ${nth}` })),
  async (world, nth) => {
    const [subjectId, enquiryId, referrerId] = [
      await pick(world, 'subject', nth),
      await pick(world, 'enquiry', nth),
      await pick(world, 'referrer', nth),
    ];
    if (subjectId)
      await world.keeps(
        'referral',
        buildReferral({ subjectId, enquiryId, referrerId, reference: `R-${nth}` }),
      );
  },
  async (world, nth) => {
    const enquiryId = await pick(world, 'enquiry', nth);
    if (enquiryId)
      await world.keeps(
        'decision',
        buildRecord('decision', { subjectId: undefined, enquiryId, reason: 'Quill.' }),
      );
  },
  async (world, nth) => {
    const subjectId = await pick(world, 'subject', nth);
    if (subjectId)
      await world.keeps('intervention', buildIntervention({ subjectId, note: 'Bees.' }));
  },
  async (world, nth) => {
    const id = await pick(world, 'subject', nth);
    if (id) await world.sets('subject', id, { name: `Renamed Vael ${nth}` });
  },
  async (world, nth) => {
    const [id, subjectId] = [
      await pick(world, 'referral', nth),
      await pick(world, 'subject', nth + 1),
    ];
    if (id && subjectId) await world.sets('referral', id, { subjectId });
  },
  ...(['subject', 'referral', 'enquiry', 'intervention', 'referrer'] as const).map(
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

it('finds by following the store what it finds by reading it anew, whatever befalls the records', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(BEFALLS.length - 1), fc.nat(7), fc.boolean()), { maxLength: 30 }),
      async (steps) => {
        const world = await findUnderTest();
        for (const [what, nth, isLooked] of steps) {
          await BEFALLS[what]?.(world, nth);
          if (isLooked) await world.people.find('ada');
        }
        const anew = findPeople(world.store, { lists });
        for (const words of WORDS)
          expect(await world.people.find(words)).toEqual(await anew.find(words));
      },
    ),
    // Two decisions on one enquiry that say the same: either of them was the place.
    {
      numRuns: 60,
      examples: [
        [
          [
            [1, 0, false],
            [4, 0, false],
            [4, 0, false],
          ],
        ],
      ],
    },
  );
});

it('never finds a person or a record that is not held', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(BEFALLS.length - 1), fc.nat(7)), { maxLength: 30 }),
      fc.constantFrom(...WORDS),
      async (steps, words) => {
        const world = await findUnderTest();
        for (const [what, nth] of steps) {
          await BEFALLS[what]?.(world, nth);
          const { found } = await world.people.find(words);
          for (const { id, kind, places } of found) {
            expect(await world.store.get(kind, id)).toBeDefined();
            for (const place of places)
              expect(await world.store.get(place.kind, place.record)).toBeDefined();
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

async function pick({ store }: World, kind: RecordKind, nth: number) {
  const held = await store.query(kind);
  return held[nth % Math.max(1, held.length)]?.id;
}

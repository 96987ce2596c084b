/** Nothing is joined that the record does not bear out, by no save; and readers always come to an end. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordId } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import {
  buildOrganisation,
  buildOrganisationLink,
  buildReferrer,
  newRecord,
} from '../../testing/fiction/builder.js';
import { underLaw } from '../../testing/law-under-test.js';
import { becameOne, organisationCourse } from './link-state.js';
import { wordPlaces } from './word-place.js';

const WORDS = ['Testford Academy', 'Testford academy', 'Testford'] as const;

it('a link is kept if its record has the words in that place today, with a reason; otherwise not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...WORDS),
      fc.constantFrom(...WORDS),
      fc.constantFrom('organisation', 'name', 'role'),
      fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25'),
      fc.subarray(['same-words', 'chosen']),
      fc.boolean(),
      async (held, words, path, joinedOn, reasons, isOrganisationHeld) => {
        const { store, keep } = await underLaw();
        const organisation = buildOrganisation();
        const referrer = buildReferrer({ organisation: held, name: undefined, role: undefined });
        await keep(
          newRecord('referrer', referrer),
          ...(isOrganisationHeld ? [newRecord('organisation', organisation)] : []),
        );
        const link = buildOrganisationLink({
          organisationId: organisation.id,
          referrerId: referrer.id,
          words,
          path,
          joinedOn,
          reasons,
        });
        const isTrue =
          held === words &&
          path === 'organisation' &&
          joinedOn === '2026-11-24' &&
          reasons.length > 0 &&
          isOrganisationHeld;
        const kept = await keep(newRecord('organisationLink', link)).then(
          () => true,
          () => false,
        );
        expect(kept).toBe(isTrue);
        expect(await store.query('organisationLink')).toHaveLength(isTrue ? 1 : 0);
        const after = await store.get('referrer', referrer.id);
        expect(after?.value).toEqual(referrer);
      },
    ),
    { numRuns: 60 },
  );
});

it('what an organisation became ends, whatever names whatever, and each is in the course once', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(9)), { minLength: 1, maxLength: 10 }), (became) => {
      const made = became.map(() => buildOrganisation());
      const all = made.map((value, nth) => {
        const to = became[nth];
        const becameId = to === null || to === undefined ? undefined : made[to]?.id;
        return { kind: 'organisation', id: value.id, value: { ...value, becameId } };
      }) as unknown as readonly StoredRecord<'organisation'>[];
      const find = (id: RecordId) => all.find((each) => each.id === id);
      for (const { id } of all) {
        const course = organisationCourse(id, find).map((each) => each.id);
        expect(new Set(course).size).toBe(course.length);
        expect(course[0]).toBe(id);
        for (const each of course) expect(becameOne(each, all).has(id)).toBe(true);
      }
    }),
  );
});

it('a place of words is where its path says', () => {
  const places = wordPlaces({
    kind: 'referrer',
    id: 'x' as RecordId,
    value: buildReferrer(),
  } as StoredRecord);
  expect(places).toMatchObject([{ path: 'organisation', words: 'Testford Academy' }]);
});

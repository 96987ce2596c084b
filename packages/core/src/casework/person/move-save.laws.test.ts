/**
 * Laws of moving a save: nothing that only the save gave stays on the one, all of it is on the other, nothing else of
 * anybody changes, and undone everything is as it was.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FieldPath } from '../../capture/field/field-path.js';
import type { Subject } from '../../record/subject.js';
import type { FieldValues } from '../../review/index.js';
import type { RecordId } from '../../shared/index.js';
import { undoSave } from '../../store/index.js';
import {
  filingDesk,
  foundIn,
  type Later,
  passedValue,
  stateOf,
} from '../../testing/filed-under-test.js';
import { moveSave } from './move-save.js';

const some = (...values: readonly string[]) => fc.subarray([...values], { maxLength: 2 });
const perhaps = (...values: readonly string[]) => fc.subarray([...values], { maxLength: 1 });

const named = { 'subject.name': fc.constantFrom(['Tobias Wren'], ['Toby Wren']) };
const lists = {
  'subject.phones[]': some('07700 900123', '07700 900777', '01632 960144'),
  'subject.emails[]': some('toby@example.org', 'wren@example.org'),
  'subject.aliases[]': some('Toby', 'T. Wren'),
  'subject.school': perhaps('Sedgeford High School', 'Heacham School'),
};
const single = {
  'subject.bornOn': perhaps('14/03/2013', '02/09/2011'),
  'subject.sexRecorded': perhaps('Male', 'M'),
};
const around = {
  'subject.address': some('4 Mill Lane, Sedgeford', '11 Church Road, Heacham'),
  'subject.onlineIdentifiers[].asSeen': some('wren_of_2011', 'tobias_w'),
  'relatedPersons[].name': perhaps('Hanna Wren'),
};
const received = { 'referral.receivedOn': fc.constant(['19/11/2026']) };
const page = (fields: Record<string, fc.Arbitrary<readonly string[]>>): fc.Arbitrary<FieldValues> =>
  fc.record({ ...fields, ...received }) as fc.Arbitrary<FieldValues>;

const whole = page({ ...named, ...lists, ...single, ...around });
const SINGLE: readonly FieldPath[] = ['subject.name', 'subject.bornOn', 'subject.sexRecorded'];
const stands = fc
  .subarray([...SINGLE])
  .map((replace) => ({ replace, beside: SINGLE.filter((path) => !replace.includes(path)) }));

/** Done on the referral after the save, in turn. */
const onIt = fc.array(fc.constantFrom('accept', 'decline', 'more-information', 'promise'), {
  maxLength: 3,
});

/** Values of the lists of a subject, and of the fields with one value, each with those recorded next to it. */
function valuesOf({ alsoRecorded = [], ...subject }: Subject): ReadonlySet<string> {
  const { phones, emails, aliases, addresses, schools, name, bornOn, sexRecorded } = subject;
  return new Set([
    ...[...phones, ...emails, ...aliases],
    ...[...addresses.map(({ lines }) => lines), ...schools.map((each) => each.name)],
    ...[`name ${name}`, `bornOn ${bornOn}`, `sexRecorded ${sexRecorded}`],
    ...alsoRecorded.map(({ what, value, date }) => `${what} ${date ?? value}`),
  ]);
}

it('a save moved leaves the one as before it, brings all of it to the other, and undone is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      whole,
      whole,
      whole,
      stands,
      onIt,
      async (one, other, wrong, standing, acts) => {
        const { host, store, files, caseOf, decides, promises } = await filingDesk();
        const from = (await files(one)).subject;
        const to = (await files(other)).subject;
        const third = (await files(other)).subject;
        // The same page saved on somebody new says everything that the save gives.
        const alone = (await files(wrong)).subject;
        const subject = async (id: RecordId) => foundIn(await store.get('subject', id)).value;
        const everybody = () => Promise.all([from, to, third].map(caseOf));
        const [before, ofOther, ofThird] = await everybody();
        const had = await subject(to);
        host.passDays(2);
        const saved = await files(wrong, { addTo: from, ...standing });
        const asSaved = await everybody();
        const later: Later[] = [];
        for (const act of acts) {
          const done = act === 'promise' ? promises(saved.referral) : decides(saved.referral, act);
          later.push(await done);
        }
        const after = await everybody();

        const moved = passedValue(
          await moveSave(store, { seq: saved.seq, from, to, meant: to }, host),
        );
        const { seq } = await store.commit(moved.commit);
        const [left, right, untouched] = await everybody();
        expect(left).toEqual(before);
        expect(untouched).toEqual(ofThird);
        expect(moved.stays).toEqual([]);
        expect(moved.taken.map(({ id }) => id).toSorted()).toEqual(
          later.map(({ id }) => id).toSorted(),
        );
        for (const { kind, id } of moved.taken)
          expect((await store.get(kind, id))?.value).toMatchObject({ subjectId: to });

        const has = await subject(to);
        const given = valuesOf(await subject(alone));
        for (const value of [...valuesOf(had), ...given])
          if (!value.endsWith(' undefined')) expect(valuesOf(has)).toContain(value);
        expect(valuesOf(has).size).toBeLessThanOrEqual(new Set([...valuesOf(had), ...given]).size);
        for (const field of ['name', 'bornOn', 'sexRecorded'] as const)
          expect(has[field]).toBe(had[field] ?? has[field]);
        const own = ofOther?.slice(1) ?? [];
        expect(right).toEqual(expect.arrayContaining(own));
        expect((await store.get('referral', saved.referral))?.value.subjectId).toBe(to);

        await store.commit(passedValue(await undoSave(store, seq)));
        expect(await everybody()).toEqual(after);
        for (const act of later.toReversed())
          await store.commit(passedValue(await undoSave(store, act.seq)));
        expect(await everybody()).toEqual(asSaved);
        await store.commit(passedValue(await undoSave(store, saved.seq)));
        expect(await everybody()).toEqual([before, ofOther, ofThird]);
      },
    ),
    { numRuns: 60 },
  );
});

it('a save moved after a later one leaves what the later one gave, and no source of the save', async () => {
  await fc.assert(
    fc.asyncProperty(whole, whole, page({ ...named, ...lists }), async (one, wrong, later) => {
      const { host, store, files } = await filingDesk();
      const beside = { beside: SINGLE };
      const from = (await files(one)).subject;
      const to = (await files(one)).subject;
      const twin = (await files(one)).subject;
      const saved = await files(wrong, { addTo: from, ...beside });
      await files(later, { addTo: from, ...beside });
      await files(later, { addTo: twin, ...beside });
      const moved = passedValue(
        await moveSave(store, { seq: saved.seq, from, to, meant: to }, host),
      );
      await store.commit(moved.commit);
      const [left, without] = [
        foundIn(await store.get('subject', from)),
        foundIn(await store.get('subject', twin)),
      ];
      expect(valuesOf(left.value)).toEqual(valuesOf(without.value));
      for (const capture of saved.captures)
        expect(JSON.stringify(stateOf(left))).not.toContain(capture);
    }),
    { numRuns: 60 },
  );
});

it('a save that made somebody, moved and undone, is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(whole, whole, async (wrong, other) => {
      const { host, store, files, caseOf } = await filingDesk();
      const to = (await files(other)).subject;
      const saved = await files(wrong);
      const before = await Promise.all([to, saved.subject].map(caseOf));
      const { commit, isWithdrawn } = passedValue(
        await moveSave(store, { seq: saved.seq, from: saved.subject, to, meant: to }, host),
      );
      const { seq } = await store.commit(commit);
      expect(isWithdrawn).toBe(true);
      expect((await caseOf(saved.subject)).filter(Boolean)).toEqual([]);
      await store.commit(passedValue(await undoSave(store, seq)));
      expect(await Promise.all([to, saved.subject].map(caseOf))).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

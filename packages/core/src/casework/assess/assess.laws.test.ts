/**
 * The same answers lead to the same level for any subject: with every instrument that ships, as an officer assesses.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordOf } from '../../record/kind.js';
import { gatherInstruments } from '../../risk/shipped.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import { buildContactPlan, buildId, buildSubject } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { anyAnswers } from '../../testing/instrument-under-test.js';
import { assess } from './assess.js';

const at = '2026-11-24T09:30:00.000Z' as Instant;
const lists = gatherCodeLists();
const instruments = gatherInstruments();
const anyShipped = fc
  .constantFrom(...instruments.values())
  .chain((instrument) => fc.tuple(fc.constant(instrument), anyAnswers(instrument)));
const when = {
  heads: [buildId()],
  createdAt: at,
  updatedAt: at,
  updatedBy: buildId(),
  sources: {},
};

const word = fc.constantFrom('yes', 'no', 'female', 'male', 'autistic', 'deaf', 'Muslim', 'Roma');
/**
 * Protected characteristics, or values derived from them: age from ten up by date of birth, sex, needs, disability,
 * home or school.
 */
const anybody = fc.record({
  bornOn: fc.integer({ min: 1940, max: 2016 }).map((year) => `${year}-03-14` as PlainDate),
  name: fc.constantFrom('Amina Okoye', 'Rhys Pell', 'Zofia Lis', 'Jun Park'),
  sexRecorded: word,
  school: fc.constantFrom('Testford Academy', 'Ashgrove Special School', 'Testford Girls’ School'),
  postcode: fc.constantFrom('ZZ1 1AA', 'ZZ9 9ZZ'),
  needs: word,
  sensory: word,
  pronouns: word,
});
type Anybody = typeof anybody extends fc.Arbitrary<infer T> ? T : never;

it('no protected characteristic of a subject, and nothing made of one, changes what an assessment comes to', () => {
  const subjectId = buildId();
  const assessed = (
    [instrument, given]: [{ readonly id: string }, Readonly<Record<string, string | undefined>>],
    who: Anybody,
  ) => {
    const value = buildSubject({
      id: subjectId,
      name: who.name,
      bornOn: who.bornOn,
      sexRecorded: who.sexRecorded,
      schools: [{ name: who.school, notedOn: '2026-11-02' }],
      addresses: [{ lines: '1 Test Street', postcode: who.postcode, notedOn: '2026-11-02' }],
      communicationNeeds: who.needs,
    } as Parameters<typeof buildSubject>[0]);
    const plan = buildContactPlan({ subjectId, sensory: who.sensory, pronouns: who.pronouns });
    const subject: StoredRecord<'subject'> = { kind: 'subject', id: subjectId, value, ...when };
    const answers = Object.entries(given).flatMap(([item, answer]) =>
      answer === undefined ? [] : [{ item, answer }],
    ) as RecordOf<'assessment'>['answers'];
    const made = assess(
      { instrument: instrument.id, answers },
      {
        host: testHost({ at }),
        lists,
        officer: buildId(),
        instruments,
        subject,
        records: [{ kind: 'contactPlan', id: plan.id, value: plan, ...when } as StoredRecord],
      },
    );
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    const [change] = made.value.commit.changes;
    const { levels, noLevel } = (change?.set ?? {}) as Partial<RecordOf<'assessment'>>;
    expect(levels).toBeDefined();
    return { levels, noLevel, issues: made.issues };
  };
  fc.assert(
    fc.property(anyShipped, anybody, anybody, (judged, one, other) => {
      expect(assessed(judged, one)).toEqual(assessed(judged, other));
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

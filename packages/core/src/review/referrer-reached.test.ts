/** A referrer’s number and address stay with the referrer: the one that the same save names, or nobody by name. */
import { expect, it } from 'vitest';
import type { Change } from '../store/log/revision.js';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import type { FieldValues } from './field-values.js';
import { defaultGates } from './gates.js';
import { review } from './review.js';

const host = testHost();
const REACHED: FieldValues = {
  'referrer.phone': ['01632 960417'],
  'referrer.email': ['desk@testford.example.org'],
};

function saved(values: FieldValues) {
  const gates = defaultGates('force', 'part3');
  if (!gates.ok) throw new Error('no gates');
  const origin = { way: 'page', system: 'Practice record system', title: 'Referral' } as const;
  const draft = draftOfFields(
    {
      'subject.name': ['Rowan Vael'],
      'subject.bornOn': ['14/03/2010'],
      'referral.receivedOn': ['20/11/2026'],
      'relatedPersons[].name': ['Ines Marlow'],
      'relatedPersons[].relationship': ['Social worker'],
      ...values,
    },
    { ...origin, url: 'https://records.example.org/referral/1' },
    host,
  );
  const officer = { regime: 'part3', practice: false } as const;
  // The officer takes each row: details of others are left at first.
  const taken = {
    ...draft,
    rows: draft.rows.map((row) => ({ ...row, decision: { kind: 'take' } as const })),
  };
  const made = review(taken, { gates: gates.value, officer, host });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value.changes;
}
const of = (changes: readonly Change[], kind: Change['kind']) =>
  changes.filter((change) => change.kind === kind).map(({ set }) => set);

it('is one record with the name that the same save gives', () => {
  const changes = saved({ ...REACHED, 'referrer.name': ['Ottilie Brandt'] });
  expect(of(changes, 'referrer')).toMatchObject([
    { name: 'Ottilie Brandt', phone: '+441632960417', email: 'desk@testford.example.org' },
  ]);
});

it.each([true, false])(
  'goes to nobody else who is named, whether the referrer is: %s',
  (isNamed) => {
    const changes = saved({
      ...REACHED,
      ...(isNamed ? { 'referrer.name': ['Ottilie Brandt'] } : {}),
    });
    expect(of(changes, 'relatedPerson')).toMatchObject([
      { name: 'Ines Marlow', phones: [], emails: [] },
    ]);
    expect(of(changes, 'subject')).toMatchObject([{ phones: [], emails: [] }]);
    const [referrer, ...more] = of(changes, 'referrer');
    expect(more).toEqual([]);
    expect('name' in (referrer ?? {})).toBe(isNamed);
  },
);

import { expect, it } from 'vitest';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import { defaultGates } from './gates.js';
import { review } from './review.js';

const host = testHost();
const gates = defaultGates('force', 'part3');
if (!gates.ok) throw new Error('no gates');
const context = {
  gates: gates.value,
  officer: { regime: 'part3', practice: true },
  host,
} as const;

/** The decision kept with the day of birth, when the officer typed that as its correction. */
function kept(typed: string): unknown {
  const draft = draftOfFields(
    { 'subject.name': ['Rowan Vael'], 'subject.bornOn': ['14/03/2010'] },
    { way: 'page', system: 'Practice', title: 'Referral' },
    host,
  );
  const rows = draft.rows.map((row) =>
    row.path === 'subject.bornOn'
      ? { ...row, decision: { kind: 'take-corrected', value: typed } as const }
      : row,
  );
  const reviewed = review({ ...draft, rows }, context);
  if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.issues));
  const subject = reviewed.value.changes.find(({ kind }) => kind === 'subject');
  return subject?.sources?.bornOn?.map(({ decision }) => decision);
}

it('keeps a correction that reads as the same value as the page’s own word', () => {
  expect(kept('14 March 2010')).toEqual(['take']);
  expect(kept('2010-03-14')).toEqual(['take']);
  expect(kept('15 March 2010')).toEqual(['take-corrected']);
});

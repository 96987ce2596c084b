/** Words that only say that something is not known, taken all the same. */
import { expect, test } from 'vitest';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import { defaultGates } from './gates.js';
import { review } from './review.js';

const host = testHost();
const PAGE = {
  way: 'page',
  system: 'Practice record system',
  title: 'Referral',
  url: 'https://records.example.org/referral/1',
} as const;

test('are never kept as a fact', () => {
  const gates = defaultGates('force', 'part3');
  if (!gates.ok) throw new Error('no gates');
  const draft = draftOfFields(
    { 'subject.name': ['Taz Vael'], 'subject.school': ['Refused'], 'subject.phones[]': ['N/A'] },
    PAGE,
    host,
  );
  const rows = draft.rows.map((row) => ({ ...row, decision: { kind: 'take' } as const }));
  const result = review(
    { ...draft, rows },
    { gates: gates.value, officer: { regime: 'part3', practice: false }, host },
  );
  expect(result.ok).toBe(false);
  const refused = result.issues.filter(({ code }) => code === 'not-known-taken');
  expect(refused.map(({ message }) => message)).toEqual([
    'Leave school or employer, or enter it if you know it: “Refused” says that it is not known',
    'Leave telephone, or enter it if you know it: “N/A” says that it is not known',
  ]);
});

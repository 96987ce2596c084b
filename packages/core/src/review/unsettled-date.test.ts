import { expect, it } from 'vitest';
import { openDraft } from '../capture/draft/open-draft.js';
import { settleDates } from '../capture/draft/settle-dates.js';
import type { Decision, Draft } from '../capture/draft.js';
import { testHost } from '../testing/host.js';
import { buildReading } from '../testing/reading.js';
import { defaultGates } from './gates.js';
import { review } from './review.js';

const gates = defaultGates('force', 'part3');
if (!gates.ok) throw new Error('no gates');
const context = {
  gates: gates.value,
  officer: { regime: 'part3', practice: true },
  host: testHost(),
} as const;
const draft = openDraft({
  reading: buildReading(
    { label: 'Name', value: 'Taz Vael' },
    { label: 'Date of birth', value: '05/09/2008' },
  ),
  adapters: [],
  way: 'page',
  host: testHost(),
});

/** The draft of a client that bypasses the core's own acts. */
const decided = (decision: Decision): Draft => ({
  ...draft,
  rows: draft.rows.map((row) => (row.path === 'subject.bornOn' ? { ...row, decision } : row)),
});
const bornIn = (of: Draft): unknown => {
  const result = review(of, context);
  if (!result.ok) return result.issues.map(({ code }) => code);
  return JSON.stringify(result.value.changes);
};

it('keeps no date of which nobody has said which of two days it is', () => {
  expect(bornIn(decided({ kind: 'take' }))).toContain('date-either-order');
});

it('keeps the day that the officer said or typed', () => {
  const ids = draft.origins.map(({ id }) => id);
  expect(String(bornIn(settleDates(draft, ids, 'month-first')))).toContain('2008-05-09');
  const typed = decided({ kind: 'take-corrected', value: '5 9 2008' });
  expect(String(bornIn(typed))).toContain('2008-09-05');
});

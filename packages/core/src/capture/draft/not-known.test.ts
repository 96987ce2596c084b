import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { type Decision, type Draft, type DraftRow, decidedValue } from '../draft.js';
import { FIELD_PATHS } from '../field/field-path.js';
import data from '../read/not-known.json' with { type: 'json' };
import { assignPath, readCorrection } from './assign-path.js';
import { decide } from './decide.js';
import { mergeDraft } from './merge-draft.js';
import { openDraft } from './open-draft.js';
import { rereadDraft } from './reread-draft.js';
import { takeTogether } from './take-together.js';

const host = testHost();
function open(...cells: readonly ReadingCell[]): Draft {
  return openDraft({ reading: buildReading(...cells), adapters: [], way: 'page', host });
}
function row({ rows }: Draft, path: DraftRow['path']): DraftRow {
  const found = rows.find((each) => each.path === path);
  if (!found) throw new RangeError(`No row is ${path}`);
  return found;
}
const says = ({ rows }: Draft) =>
  rows.map(({ path, value, notKnown, decision }) => [path, notKnown ? '?' : value, decision.kind]);

test('an empty field names nobody: a signature and a text below it are read as without it', () => {
  const told =
    'I would like to refer our pupil Tobias Wren in Year 9. He has used a booter against the school network twice since March.\n\nKind regards\nPriya Shah\nDesignated Safeguarding Lead, Moorfield School\n01632 960123';
  const draft = open(
    { label: 'Full name', value: '(no value)' },
    { label: 'Referring officer', value: '(no value)' },
    { label: 'Requestors', value: 'Priya Shah' },
    { label: 'Message', value: told },
  );
  const found = says(draft).map(([path, value]) => `${path} ${value}`);
  expect(found).toContain('subject.name Tobias Wren');
  expect(found).toContain('referrer.role Designated Safeguarding Lead');
  expect(found).toContain('referrer.phone +441632960123');
});

test('records on the page that a fact is not known, and leaves it', () => {
  const draft = open(
    { label: 'Name', value: 'Taz Vael' },
    { label: 'School', value: 'None' },
    { label: 'Mobile', value: 'Refused' },
    { label: 'Alias', value: 'Ddim yn hysbys' },
    { label: 'Previous school', value: 'None of the above School' },
  );
  expect(says(draft).slice(0, 4)).toEqual([
    ['subject.name', 'Taz Vael', 'take'],
    ['subject.school', '?', 'leave'],
    ['subject.phones[]', '?', 'leave'],
    ['subject.aliases[]', '?', 'leave'],
  ]);
  expect(draft.rows.at(-1)?.notKnown).toBeUndefined();
  expect(row(draft, 'subject.school').issues).toMatchObject([
    { code: 'value-not-known', message: expect.stringContaining('Not known on the page') },
  ]);
});

test('records a mark in an empty field in the same way, and makes nothing of one that is not named', () => {
  const draft = open(
    { label: 'Name', value: 'Taz Vael' },
    { label: 'Date of birth', value: '-' },
    { label: 'School', value: '(no value)' },
    { label: 'Mobile', value: '—' },
    { label: 'Remark 7', value: '…' },
    { label: 'Address line 1', value: '1 Bogus Road' },
    { label: 'Address line 2', value: '-' },
    { label: 'Town', value: 'Northmoor' },
  );
  expect(says(draft).slice(0, 5)).toEqual([
    ['subject.name', 'Taz Vael', 'take'],
    ['subject.bornOn', '?', 'leave'],
    ['subject.school', '?', 'leave'],
    ['subject.phones[]', '?', 'leave'],
    ['subject.address', '1 Bogus Road\nNorthmoor', 'take'],
  ]);
});

test('takes nothing from the values beside it', () => {
  const draft = open(
    { label: 'Surname', value: 'Nil' },
    { label: 'Forename', value: 'Ona' },
    { label: 'Middle name', value: 'None' },
    { label: 'Address', value: '1 Bogus Road\nNorthmoor\nZZ99 3VZ' },
    { label: 'Postcode', value: 'N/A' },
    { label: 'Discord', value: 'Unknown' },
    { label: 'Steam', value: 'vael_99' },
    { label: 'Email', value: 'ona@example.org' },
  );
  expect(draft.rows).toContainEqual(
    expect.objectContaining({ path: 'subject.postcode', value: 'ZZ99 3VZ' }),
  );
  expect(row(draft, 'subject.familyName')).toMatchObject({
    value: 'Nil',
    decision: { kind: 'take' },
  });
  expect(row(draft, 'subject.name').value).toBe('Ona Nil');
  expect(
    draft.rows.find(({ path, notKnown }) => path?.includes('Identifiers') && !notKnown),
  ).toMatchObject({ value: 'vael_99', index: 0 });
  for (const { issues } of draft.rows)
    expect(issues.map(({ code }) => code)).not.toContain('several-values');
});

test('keeps people apart whose names are not known', () => {
  const draft = open(
    { label: 'Name', value: 'Not known', owner: ['Mother'] },
    { label: 'Telephone', value: '07700 900456', owner: ['Mother'] },
    { label: 'Name', value: 'Not known', owner: ['Father'] },
    { label: 'Telephone', value: '07700 900457', owner: ['Father'] },
  );
  const phones = draft.rows.filter(({ path }) => path === 'relatedPersons[].phones[]');
  expect(new Set(phones.map(({ index }) => index)).size).toBe(2);
});

const word = fc.constantFrom(...data.words);
const field = fc.constantFrom('School', 'Mobile', 'Email', 'DOB', 'Surname', 'Name', 'Alias');
const act: fc.Arbitrary<(draft: Draft) => Draft> = fc.oneof(
  fc
    .constantFrom<Decision>({ kind: 'take' }, { kind: 'leave' }, { kind: 'mask' })
    .map(
      (decision) => (draft: Draft) => onEach(draft, (each, { id }) => decide(each, id, decision)),
    ),
  // As the form of a correction does: words that cannot be a value are no decision.
  word.map(
    (typed) => (draft: Draft) =>
      onEach(draft, (each, row) => {
        const read = readCorrection(row, typed);
        return read.ok ? decide(each, row.id, { kind: 'take-corrected', value: typed }) : each;
      }),
  ),
  // A correction to the words that stand there takes them.
  fc.constant((draft: Draft) =>
    onEach(draft, (each, { id, value }) => decide(each, id, { kind: 'take-corrected', value })),
  ),
  fc.constant((draft: Draft) =>
    takeTogether(
      draft,
      draft.rows.map(({ id }) => id),
    ),
  ),
  fc
    .constantFrom(...FIELD_PATHS)
    .map((path) => (draft: Draft) => onEach(draft, (each, { id }) => assignPath(each, id, path))),
  fc.constant((draft: Draft) => mergeDraft(draft, draft)),
);
function onEach(draft: Draft, change: (draft: Draft, row: DraftRow) => Draft): Draft {
  return draft.rows.reduce(change, draft);
}

test('can be taken by no act', () => {
  fc.assert(
    fc.property(field, word, fc.array(act, { maxLength: 4 }), (label, value, acts) => {
      const draft = acts.reduce((each, then) => then(each), open({ label, value }));
      for (const each of draft.rows.filter(({ path }) => path !== undefined)) {
        expect(each.decision.kind).not.toMatch(/^take/);
        expect(decidedValue(each)).toBeUndefined();
      }
    }),
  );
});

test('stays so under whatever name the officer gives it', () => {
  const draft = open({ label: 'Remark 7', value: 'Refused' });
  const [{ id } = { id: '' }] = draft.rows;
  const named = assignPath(draft, id, 'subject.school');
  expect(named.rows).toMatchObject([{ notKnown: true, decision: { kind: 'leave' } }]);
  expect(decide(named, id, { kind: 'take' }).rows).toMatchObject([{ decision: { kind: 'leave' } }]);
  expect(assignPath(named, id, undefined).rows[0]?.notKnown).toBeUndefined();
});

test('is not taken because an earlier release had taken it', () => {
  const again = open({ label: 'School', value: 'None' });
  const rows = again.rows.map(
    ({ notKnown: _, ...each }): DraftRow => ({
      ...each,
      decision: { kind: 'take' },
    }),
  );
  const [origin] = again.origins;
  if (!origin) throw new Error('A draft has an origin');
  const read = rereadDraft({ ...again, rows }, origin.id, again);
  expect(row(read, 'subject.school').decision).toEqual({ kind: 'leave' });
});

test('is no correction either', () => {
  const draft = open({ label: 'School', value: 'Testford Academy' });
  expect(readCorrection(row(draft, 'subject.school'), 'n/a')).toMatchObject({
    ok: false,
    issues: [{ code: 'value-not-known', severity: 'error' }],
  });
  expect(readCorrection(row(draft, 'subject.school'), 'Vale School').ok).toBe(true);
});

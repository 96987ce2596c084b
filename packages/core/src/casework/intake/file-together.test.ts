/** Rows of a file on record together: what is asked of none, as one save, and nothing of a file of which one is wrong. */
import { expect, it } from 'vitest';
import { decide } from '../../capture/draft/decide.js';
import { draftOfFields, type FieldValues } from '../../review/index.js';
import type { PlainDate } from '../../shared/index.js';
import { undoSave } from '../../store/index.js';
import { buildId, buildRecord, newRecord } from '../../testing/fiction/builder.js';
import { filingDesk, passedValue } from '../../testing/filed-under-test.js';
import { fileTogether, judgeTogether, MOST_TOGETHER, type RowOfFile } from './file-together.js';

const OTTOLINE = { 'subject.name': ['Ottoline Brackwater'], 'subject.bornOn': ['25/12/2010'] };
const TOBIAS = { 'subject.name': ['Tobias Wren'], 'subject.bornOn': ['13/04/2011'] };
const IVO = {
  'subject.givenNames': ['Ivo'],
  'subject.familyName': ['Quill'],
  'referral.reference': ['HA-0233'],
};
const DAY =
  'This is 5 April 2010 or 4 May 2010, and nothing here says which. Say which it is, or leave it.';
const GIVEN = ['Ottoline', 'Tobias', 'Wilfred', 'Cordelia', 'Henrietta', 'Barnaby', 'Philippa'];
const FAMILY = ['Brackwater', 'Wren', 'Thistlewood', 'Ashgrove', 'Marchbank', 'Quill', 'Pemberly'];
const GOOD = [OTTOLINE, TOBIAS, IVO];

async function opened() {
  const { host, store, terms } = await filingDesk();
  const context = { ...terms, receivedOn: '2026-11-20' as PlainDate };
  const rowsOf = (...fields: readonly FieldValues[]): readonly RowOfFile[] =>
    fields.map((values, nth) => {
      const at = `row ${nth + 2}`;
      const labels = { 'subject.bornOn': 'DOB' };
      const origin = {
        way: 'file',
        system: 'Spreadsheet',
        title: `list.csv, ${at}`,
        labels,
      } as const;
      return { at, draft: draftOfFields(values, origin, host), issues: [], found: 0 };
    });
  const codesOf = async (rows: readonly RowOfFile[], more = {}) =>
    (await judgeTogether(rows, { ...context, ...more })).map(({ why }) =>
      why.map(({ code }) => code),
    );
  return { store, context, rowsOf, codesOf };
}
const all = (rows: readonly RowOfFile[]) => new Set(rows.map(({ at }) => at));

it('keeps rows that nothing is asked of as one save, each with its place in the file', async () => {
  const { store, context, rowsOf } = await opened();
  const rows = rowsOf(...GOOD);
  const { commit, ids } = passedValue(await fileTogether(rows, all(rows), context));
  await store.commit(commit);
  const people = await store.query('subject');
  expect(people.map(({ value }) => value.name)).toEqual([
    'Ottoline Brackwater',
    'Tobias Wren',
    'Ivo Quill',
  ]);
  expect((await store.query('sourceCapture')).map(({ value }) => value.title)).toEqual([
    'list.csv, row 2',
    'list.csv, row 3',
    'list.csv, row 4',
  ]);
  expect(people.every(({ sources }) => Object.keys(sources).length > 0)).toBe(true);
  expect(ids.map(({ at, subject }) => [at, subject])).toEqual(
    people.map(({ id }, nth) => [`row ${nth + 2}`, id]),
  );
  expect((await store.query('referral')).map(({ value }) => value.receivedOn)).toEqual(
    GOOD.map(() => '2026-11-20'),
  );
});

it('leaves both of two rows with one reference, however it is written', async () => {
  const { rowsOf, codesOf } = await opened();
  const rows = rowsOf(
    { ...OTTOLINE, 'referral.reference': ['ha-0233 '] },
    TOBIAS,
    { ...IVO, 'referral.reference': ['HA 0233'] },
    { 'subject.name': ['Philippa Marchbank'], 'referral.reference': ['HA-0234'] },
  );
  expect(await codesOf(rows)).toEqual([['row-alike'], [], ['row-alike'], []]);
});

it('is undone as one save, with nothing left of any row', async () => {
  const { store, context, rowsOf } = await opened();
  const rows = rowsOf(...GOOD);
  const { commit } = passedValue(await fileTogether(rows, all(rows), context));
  const { seq } = await store.commit(commit);
  await store.commit(passedValue(await undoSave(store, seq)));
  for (const kind of ['subject', 'referral', 'sourceCapture', 'referrer'] as const)
    expect(await store.query(kind)).toEqual([]);
});

it('is not undone over something that was recorded about one of many since', async () => {
  const { store, context, rowsOf } = await opened();
  const many = GIVEN.flatMap((given) =>
    FAMILY.map((family) => ({ 'subject.name': [`${given} ${family}`] })),
  );
  const rows = rowsOf(...many);
  const { commit, ids } = passedValue(await fileTogether(rows, all(rows), context));
  const { seq } = await store.commit(commit);
  const subjectId = ids.at(-1)?.subject ?? buildId();
  const mother = buildRecord('relatedPerson', { subjectId });
  const added = await store.commit({
    changes: [newRecord('relatedPerson', mother)],
    reason: 'case-work',
  });
  const refused = await undoSave(store, seq);
  expect(refused.issues).toMatchObject([{ code: 'undo-in-use', at: `relatedPerson/${mother.id}` }]);
  await store.commit(passedValue(await undoSave(store, added.seq)));
  await store.commit(passedValue(await undoSave(store, seq)));
  expect(await store.query('subject')).toEqual([]);
});

it('keeps only the rows that were chosen', async () => {
  const { context, rowsOf } = await opened();
  const { ids } = passedValue(await fileTogether(rowsOf(...GOOD), new Set(['row 3']), context));
  expect(ids.map(({ at }) => at)).toEqual(['row 3']);
});

it('keeps none of the rows if one may not be filed with others, and says which', async () => {
  const { context, rowsOf } = await opened();
  const rows = rowsOf(...GOOD, { 'subject.name': ['Wilf'] });
  const filed = await fileTogether(rows, all(rows), context);
  expect(filed.ok).toBe(false);
  expect(filed.issues.map(({ at, message }) => [at, message])).toEqual([
    ['row 5', 'Row 5: No full name'],
  ]);
});

it('refuses no row, a row that is not in the file, and more rows than one save takes', async () => {
  const { context, rowsOf } = await opened();
  const rows = rowsOf(...GOOD);
  const many = Array.from({ length: MOST_TOGETHER + 1 }, (_, nth) => `row ${nth}`);
  for (const [chosen, code] of [
    [[], 'rows-not-chosen'],
    [['row 2', 'row 99'], 'rows-not-chosen'],
    [many, 'rows-too-many'],
  ] as const)
    expect((await fileTogether(rows, new Set(chosen), context)).issues).toMatchObject([{ code }]);
});

it('leaves to its own review what an officer has to decide on', async () => {
  const { rowsOf, codesOf } = await opened();
  const [first] = rowsOf(OTTOLINE);
  if (!first) throw new RangeError('No row');
  const [id = ''] = first.draft.rows.map((row) => row.id);
  expect(await codesOf([first])).toEqual([[]]);
  for (const [values, code] of [
    [{ 'referral.narrative': ['He sold a tool.'] }, 'row-left'],
    [{ 'subject.bornOn': ['05/04/2010'] }, 'date-either-order'],
    [{ 'subject.communicationNeeds': ['Large print'] }, 'row-left'],
    [{ 'subject.name': ['Ottoline'] }, 'row-unnamed'],
    [{ 'subject.name': [] }, 'row-unnamed'],
  ] as const)
    expect((await codesOf(rowsOf({ ...OTTOLINE, ...values })))[0]).toContain(code);
  const issue = { code: 'row-too-short', severity: 'warning', message: 'Check it' } as const;
  const enquiry = first.draft.id;
  for (const [row, code] of [
    [{ ...first, issues: [issue] }, 'row-too-short'],
    [{ ...first, found: 1 }, 'row-seen'],
    [{ ...first, isOpened: true }, 'row-worked-on'],
    [{ at: first.at, draft: first.draft, issues: [] }, 'row-not-compared'],
    [{ ...first, draft: decide(first.draft, id, { kind: 'take' }) }, 'row-worked-on'],
    [{ ...first, draft: { ...first.draft, enquiry } }, 'row-worked-on'],
  ] as const satisfies readonly (readonly [RowOfFile, string])[])
    expect(await codesOf([row])).toEqual([[code]]);
});

it('waits for a word on columns that were not read, and for a date of referral', async () => {
  const { rowsOf, codesOf } = await opened();
  const rows = rowsOf(OTTOLINE);
  expect(await codesOf(rows, { unread: ['Notes'] })).toEqual([['column-unread']]);
  expect(await codesOf(rows, { receivedOn: undefined })).toEqual([['received-today']]);
});

it('names what is left in words, and the row that may be the same person', async () => {
  const { context, rowsOf } = await opened();
  const judged = await judgeTogether(
    rowsOf(
      { ...TOBIAS, 'subject.bornOn': ['05/04/2010'] },
      { ...OTTOLINE, 'referral.narrative': ['He sold a tool.'], 'referral.statedRisk': ['High'] },
      TOBIAS,
    ),
    context,
  );
  expect(judged.map(({ why }) => why.map(({ message }) => message))).toEqual([
    [DAY, 'May be the same person as row 4'],
    ['You have to decide about “Risk, as stated” and “Narrative”'],
    ['May be the same person as row 2'],
  ]);
});

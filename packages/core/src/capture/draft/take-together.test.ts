import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import type { Decision, Draft } from '../draft.js';
import { choosePerson } from '../name/choose-person.js';
import { decide } from './decide.js';
import { openDraft } from './open-draft.js';
import { mayTakeTogether, takeTogether, whyStarted } from './take-together.js';

const SUBJECT = ['Subject'];
const CELLS: readonly ReadingCell[] = [
  { label: 'Full name', value: 'Morgan Vael', owner: SUBJECT },
  { label: 'Date of birth', value: '14/03/2009', owner: SUBJECT },
  { label: 'Telephone', value: '07700 900415', owner: SUBJECT },
  { label: 'Communication needs', value: 'Large print', owner: SUBJECT },
  { label: 'Incident date', value: '03/02/2026', owner: ['Referral details'] },
  { label: 'Reference', value: 'NCCU/2026/0417', owner: ['Referral details'] },
  {
    label: 'Narrative',
    value:
      'Signed in with a teacher’s account and changed two marks. Nobody was told of it before.',
    owner: ['Referral details'],
  },
  { label: 'Name', value: 'Dawn Vael', owner: ['Parent or guardian'] },
  { label: 'Telephone', value: '07700 900456', owner: ['Parent or guardian'] },
  { label: 'Shoe size', value: '42', owner: SUBJECT },
];
const opened: Draft = openDraft({
  reading: buildReading(...CELLS),
  adapters: [],
  way: 'page',
  host: testHost(),
});
const ids = opened.rows.map(({ id }) => id);
const leftAll = (draft: Draft): Draft =>
  draft.rows.reduce((so, { id }) => decide(so, id, { kind: 'leave' }), draft);
const kinds = (draft: Draft) => draft.rows.map(({ decision }) => decision.kind);

describe('taking a group together', () => {
  it('takes what would start as taken, and nothing else', () => {
    expect(kinds(takeTogether(leftAll(opened), ids))).toEqual(kinds(opened));
    expect(kinds(opened)).toContain('take');
    expect(kinds(opened)).toContain('leave');
  });

  it('never takes a row that does not start as taken, whatever was decided before', () => {
    const decision = fc.constantFrom<Decision>(
      { kind: 'take' },
      { kind: 'leave' },
      { kind: 'mask' },
      { kind: 'take-corrected', value: 'x' },
    );
    const starts = new Map(opened.rows.map((row) => [row.id, row.decision.kind]));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...ids), decision)),
        fc.subarray(ids),
        (before, wanted) => {
          const draft = before.reduce((so, [id, to]) => decide(so, id, to), opened);
          const after = takeTogether(draft, wanted);
          const changed = after.rows.filter((row, nth) => row !== draft.rows[nth]);
          for (const { id, decision } of changed) {
            expect(wanted).toContain(id);
            expect(decision).toEqual({ kind: 'take' });
            expect(starts.get(id)).toBe('take');
          }
          expect(mayTakeTogether(after, wanted)).toEqual([]);
        },
      ),
    );
  });

  it('leaves what is masked or corrected as it is', () => {
    const [first = '', second = ''] = ids;
    const draft = decide(decide(leftAll(opened), first, { kind: 'mask' }), second, {
      kind: 'take-corrected',
      value: '15/03/2009',
    });
    expect(kinds(takeTogether(draft, ids)).slice(0, 2)).toEqual(['mask', 'take-corrected']);
  });

  it('takes neither of two values for one fact', () => {
    const twice = openDraft({
      reading: buildReading(
        { label: 'Date of birth', value: '14 March 2009', owner: SUBJECT },
        { label: 'Date of birth', value: '15 March 2009', owner: SUBJECT },
      ),
      adapters: [],
      way: 'page',
      host: testHost(),
    });
    const all = twice.rows.map(({ id }) => id);
    expect(mayTakeTogether(leftAll(twice), all)).toEqual([]);
  });

  it('takes nobody from a list before the person is chosen', () => {
    const listed = (row: string) => ({ list: 'people', row, starts: 'take' }) as const;
    const rows = opened.rows.map((row, nth) =>
      nth < 2 ? { ...row, listed: listed(`${nth}`) } : row,
    );
    const draft = leftAll({ ...opened, rows });
    const [first = '', second = ''] = ids;
    expect(mayTakeTogether(draft, [first, second])).toEqual([]);
    const chosen = leftAll(choosePerson(draft, 'people', '0'));
    expect(mayTakeTogether(chosen, [first, second])).toEqual([first]);
  });

  const PROSE =
    'I would like to refer one of our pupils, Tobias Wren, date of birth 14/03/2013. His mother is Tessa Wren, 07700 900932. He is autistic.';
  const told = (way: 'paste' | 'page') =>
    openDraft({
      reading: buildReading({ label: 'Text', value: PROSE }),
      adapters: [],
      way,
      host: testHost(),
    });
  const takenOf = (draft: Draft): readonly (string | undefined)[] => {
    const may = mayTakeTogether(
      draft,
      draft.rows.map(({ id }) => id),
    );
    return draft.rows.flatMap(({ id, path }) => (may.includes(id) ? [path] : []));
  };

  it('takes what a pasted text says of the subject in its sentences, and nothing of anybody else', () => {
    expect(new Set(kinds(told('paste')))).toEqual(new Set(['leave']));
    const taken = takenOf(told('paste'));
    expect(taken).toContain('subject.bornOn');
    expect(taken.filter((path) => !path?.startsWith('subject.'))).toEqual([]);
    expect(taken).not.toContain('subject.communicationNeeds');
  });

  it('takes nothing that stands in a sentence of a page', () => {
    expect(takenOf(told('page'))).toEqual([]);
  });

  it('says why each row starts as it does', () => {
    const why = (label: string, value: string) => {
      const row = opened.rows.find((each) => each.label === label && each.raw === value);
      return row && whyStarted(opened, row);
    };
    expect(why('Full name', 'Morgan Vael')).toBe('own');
    expect(why('Communication needs', 'Large print')).toBe('special');
    expect(why('Name', 'Dawn Vael')).toBe('other-person');
    expect(why('Shoe size', '42')).toBe('unnamed');
  });
});

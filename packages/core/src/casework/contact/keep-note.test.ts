/** A graded note that was written or graded wrongly is corrected; it stays about whom it was about. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { Instant, PlainDate, Result } from '../../shared/index.js';
import { buildId } from '../../testing/fiction/builder.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { testHost } from '../../testing/host.js';
import { correctNote } from './keep-note.js';

const at = '2026-11-24T09:30:00.000Z' as Instant;
const context = { host: testHost({ at }), lists: gatherCodeLists() };
const subjectId = buildId();
const held = heldRecord('intelligenceNote', {
  subjectId,
  intelligenceOn: '2026-11-20' as PlainDate,
});
const { value } = held;
const { text, statement, intelligenceOn, grade, marking } = value;
const asked = { text, statement, intelligenceOn, grade, marking };
const setBy = (made: Result<{ readonly commit: { readonly changes: readonly object[] } }>) =>
  made.ok ? made.value.commit.changes : made.issues.map(({ code }) => code);

describe('the correction of a note', () => {
  it('changes what was wrong and nothing else, on the record that it was', () => {
    const regraded = { ...grade, sourceEvaluation: '3' } as typeof grade;
    expect(setBy(correctNote(held, { ...asked, grade: regraded }, context))).toEqual([
      { kind: 'intelligenceNote', record: held.id, parents: held.heads, set: { grade: regraded } },
    ]);
  });

  it('takes a day back that nobody can vouch for', () => {
    const { intelligenceOn: _, ...undated } = asked;
    expect(setBy(correctNote(held, undated, context))).toMatchObject([
      { set: { intelligenceOn: null } },
    ]);
  });

  it('moves it to nobody else, whatever it is handed', () => {
    const other = { ...asked, text: 'Another text.', subjectId: buildId() };
    const made = correctNote(held, other, context);
    expect(setBy(made)).toMatchObject([{ set: { text: 'Another text.' } }]);
    expect(JSON.stringify(setBy(made))).not.toContain('subjectId');
  });

  it.each([
    ['nothing was changed', asked, 'nothing-changed'],
    ['it has no text', { ...asked, text: '' }, 'missing'],
    [
      'its day is to come',
      { ...asked, intelligenceOn: '2026-11-25' as PlainDate },
      'date-in-future',
    ],
  ])('is refused if %s', (_, input, code) => {
    expect(setBy(correctNote(held, input, context))).toEqual([code]);
  });
});

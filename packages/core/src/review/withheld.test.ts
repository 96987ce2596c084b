/** Left values leave no trace; masked values leave only their place. */
import { describe, expect, it } from 'vitest';
import type { Draft, DraftRow } from '../capture/draft.js';
import type { FieldPath } from '../capture/field/field-path.js';
import type { Change } from '../store/log/revision.js';
import { testHost } from '../testing/host.js';
import { draftOfFields } from './draft-of-fields.js';
import type { FieldValues } from './field-values.js';
import { defaultGates } from './gates.js';
import { review } from './review.js';

const host = testHost();
const gates = defaultGates('force', 'part3');
const PAGE = {
  way: 'page',
  system: 'Practice record system',
  title: 'Referral',
  url: 'https://records.example.org/referral/1',
} as const;
const FULL: FieldValues = {
  'subject.name': ['VAEL, Rowan'],
  'subject.school': ['Testford Academy'],
  'subject.emails[]': ['rowan.vael@example.org'],
};

const draftOf = (values: FieldValues) => draftOfFields(values, PAGE, host);
function changeRow(draft: Draft, path: FieldPath, change: Partial<DraftRow>): Draft {
  const rows = draft.rows.map((row) => (row.path === path ? { ...row, ...change } : row));
  return { ...draft, rows };
}
function passing(draft: Draft) {
  if (!gates.ok) throw new Error('no gates');
  const officer = { regime: 'part3', practice: false } as const;
  const result = review(draft, { gates: gates.value, officer, host });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}
const valuesOf = (changes: readonly Change[], kind: Change['kind']) =>
  changes.filter((change) => change.kind === kind).map(({ set }) => set);

describe('what was left and masked', () => {
  it('keeps the place of what was masked and nothing of it', () => {
    const draft = changeRow(draftOf(FULL), 'subject.emails[]', {
      decision: { kind: 'mask' },
      place: { frame: [], selector: '#email', verbatim: 'rowan.vael@example.org' },
    });
    const { changes } = passing(draft);
    expect(valuesOf(changes, 'sourceCapture')).toMatchObject([
      { masked: [{ label: 'Email address', selector: '#email' }] },
    ]);
    expect(JSON.stringify(changes)).not.toContain('rowan.vael');
  });

  it('blots a left name out of the words around what was taken', () => {
    const left = changeRow(
      draftOfFields(
        { 'subject.name': ['Rowan Vael'], 'relatedPersons[].name': ['Marisol Quell'] },
        {
          ...PAGE,
          title: 'MARISOL QUELL – contact',
          url: 'https://records.example.org/people/marisol-quell',
        },
        host,
      ),
      'relatedPersons[].name',
      { decision: { kind: 'leave' } },
    );
    const draft = changeRow(left, 'subject.name', { owner: ['Child of Marisol Quell'] });
    const { changes } = passing(draft);
    expect(JSON.stringify(changes)).not.toMatch(/marisol/i);
    expect(valuesOf(changes, 'sourceCapture')).toMatchObject([
      { title: '… – contact', url: 'https://records.example.org' },
    ]);
  });

  it('keeps every place where one value stood, with the page of each', () => {
    const first = draftOf(FULL);
    const other = draftOf({ 'subject.name': ['Rowan Vael'] });
    const place = { frame: [1], selector: '#title', verbatim: 'Rowan VAEL' };
    const alsoAt = other.origins.map(({ id }) => ({
      origin: id,
      label: 'Title',
      raw: 'Rowan VAEL',
      place,
    }));
    const both = { ...first, origins: [...first.origins, ...other.origins] };
    const { changes, ids } = passing(changeRow(both, 'subject.name', { alsoAt }));
    expect(ids.captures).toEqual(both.origins.map(({ id }) => id));
    expect(changes.find(({ kind }) => kind === 'subject')?.sources?.name).toMatchObject([
      { capture: first.origins[0]?.id, label: 'Name', verbatim: 'VAEL, Rowan' },
      { capture: other.origins[0]?.id, label: 'Title', verbatim: 'Rowan VAEL', selector: '#title' },
    ]);
    const masked = changeRow(both, 'subject.school', { alsoAt, decision: { kind: 'mask' } });
    expect(valuesOf(passing(masked).changes, 'sourceCapture')).toMatchObject([
      { masked: [{ label: 'School or employer' }] },
      { masked: [{ label: 'Title', selector: '#title' }] },
    ]);
  });

  it('does not keep an origin of which everything was left', () => {
    const other = draftOfFields({ 'subject.name': ['Somebody Else'] }, PAGE, host);
    const draft = draftOf(FULL);
    const rows = other.rows.map((row): DraftRow => ({ ...row, decision: { kind: 'leave' } }));
    const both = {
      ...draft,
      origins: [...draft.origins, ...other.origins],
      rows: [...draft.rows, ...rows],
    };
    expect(passing(both).ids.captures).toEqual([draft.origins[0]?.id]);
  });
});

/** Errors that a change of the form takes away, and those that it leaves. */
import { describe, expect, it } from 'vitest';
import { stillWrong } from './form-errors.js';

const at = (path: string | undefined) => ({ path, message: `Enter ${path}` });
const pathsOf = (found: ReturnType<typeof stillWrong>) => found.map(({ path }) => path);

describe('an error', () => {
  it('goes once its own field is changed, in a group and in a row of a list too', () => {
    const errors = ['name', 'grade.source', 'addresses.1.postcode', 'dates.0', undefined].map(at);
    const then = {
      name: '',
      grade: { source: '', words: '' },
      addresses: [{ postcode: 'x' }, { postcode: '' }],
      dates: [''],
    };
    expect(pathsOf(stillWrong(errors, then, { ...then, name: 'Ada' }))).toEqual([
      'grade.source',
      'addresses.1.postcode',
      'dates.0',
      undefined,
    ]);
    const now = {
      name: '',
      grade: { source: '2', words: '' },
      addresses: [{ postcode: 'y' }, { postcode: 'z' }],
      dates: ['2026-11-24'],
    };
    expect(pathsOf(stillWrong(errors, then, now))).toEqual(['name', undefined]);
  });

  it('stays while another field of its group is changed, and comes back with the old value', () => {
    const then = { grade: { source: '', words: '' } };
    const other = { grade: { source: '', words: 'Seen.' } };
    expect(pathsOf(stillWrong([at('grade.source')], then, other))).toEqual(['grade.source']);
    expect(pathsOf(stillWrong([at('grade.source')], then, { grade: { ...then.grade } }))).toEqual([
      'grade.source',
    ]);
  });

  it('goes once another field is answered in place of an empty one, and not of a wrong one', () => {
    const inPlace = { reason: 'ticked' };
    const errors = [at('reason'), at('day')];
    const empty = { reason: ' ', ticked: [], day: '' };
    const ticked = { ticked: ['young'] };
    expect(pathsOf(stillWrong(errors, empty, { ...empty, ...ticked }, {}, inPlace))).toEqual([
      'day',
    ]);
    const wrong = { ...empty, reason: 'x'.repeat(9) };
    expect(stillWrong(errors, wrong, { ...wrong, ...ticked }, {}, inPlace)).toEqual(errors);
    expect(stillWrong(errors, empty, { ...empty, other: 'x' }, {}, inPlace)).toEqual(errors);
  });

  it('goes with a question that is asked no longer, and stays where it never was', () => {
    const shownWhen = { until: ({ keep }: Readonly<Record<string, unknown>>) => keep === 'yes' };
    const errors = [at('until')];
    expect(stillWrong(errors, { keep: 'yes' }, { keep: 'no' }, shownWhen)).toEqual([]);
    expect(stillWrong(errors, { keep: 'no' }, { keep: 'never' }, shownWhen)).toEqual(errors);
  });
});

import { expect, it } from 'vitest';
import { filledFields } from './filled-fields.js';
import { fieldsOf, RECORD_KINDS } from './kind.js';

it('gives every field that a person fills in, in the order of the kind', () => {
  for (const kind of RECORD_KINDS) {
    const filled = fieldsOf(kind).filter(
      ({ set, input }) => set !== 'by-toolkit' && input !== 'record',
    );
    expect(filledFields(kind)).toEqual(filled.map(({ name }) => name));
  }
});

it('adds a reference that is asked, and leaves out what another act fills in', () => {
  expect(filledFields('incident', { also: ['subjectId'] }).at(-1)).toBe('subjectId');
  expect(filledFields('advice', { without: ['followedUpOn'] })).not.toContain('followedUpOn');
});

import { decide } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { rawIfOther, shownValue } from './shown-value.js';

const draft = draftOf({ label: 'Date of birth', value: '14/03/2009', owner: ['Subject'] });
const row = draft.rows[0];
if (!row) throw new Error('The draft has a row');

it('writes a date in words and keeps the page’s own text beside it', () => {
  expect(shownValue(row)).toBe('14 March 2009');
  expect(rawIfOther(row)).toBe('14/03/2009');
});

it('shows the correction in place of what was read', () => {
  const [corrected] = decide(draft, row.id, {
    kind: 'take-corrected',
    value: '2009-03-15',
  }).rows;
  expect(corrected && shownValue(corrected)).toBe('15 March 2009');
});

it('says nothing of the page’s text when it is what is shown', () => {
  const [name] = draftOf({ label: 'Full name', value: 'Morgan  Vael', owner: ['Subject'] }).rows;
  expect(name && rawIfOther(name)).toBeUndefined();
});

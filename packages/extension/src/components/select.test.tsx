// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Select } from './select.js';

afterEach(cleanup);

const ELDER = 'Tobias Wren, born 2 September 2011, handle kestrel_77, 1 of 2 alike';
const CHOICES = [
  { value: 'elder', label: ELDER },
  {
    value: 'other',
    label: 'Tobias Wren, born 2 September 2011, at Testford Academy, 2 of 2 alike',
  },
];
const shows = (value: string, inFull?: boolean) =>
  render(
    <Select label="Subject" choices={CHOICES} value={value} onValue={() => {}} inFull={inFull} />,
  );
const below = () => screen.queryByText(ELDER, { selector: 'p' });

it('says the chosen words again below, whole, where a narrow box would cut them', () => {
  shows('elder', true);
  expect(below()).not.toBeNull();
});

it('says nothing below while nothing is chosen, or where the words are short', () => {
  shows('', true);
  expect(document.querySelector('p')).toBeNull();
  cleanup();
  shows('elder');
  expect(below()).toBeNull();
});

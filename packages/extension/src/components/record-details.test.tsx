// @vitest-environment happy-dom
import { gatherCodeLists } from '@cyber-prevent/core';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { RecordDetails } from './record-details.js';

afterEach(cleanup);

const show = (value: object) =>
  render(
    <RecordDetails
      kind="subject"
      value={value}
      lists={gatherCodeLists()}
      only={['name', 'phones']}
      empties
      mark={(name, item) => <button type="button">{`${name} ${item ?? 'all'}`}</button>}
      under={(name, item) => <p>{`under ${name} ${item}`}</p>}
    />,
  );
/** Words of the line that the mark is on. */
const lineOf = (mark: string) =>
  screen.getByRole('button', { name: mark }).closest('.cp-record-details__line')?.textContent;

it('marks a value on its own line, and each item of a list on the line of the item', () => {
  show({ name: 'Kit Vale', phones: ['07700 900123', '07700 900456'] });
  expect(lineOf('name all')).toMatch(/^Kit Vale/);
  expect(lineOf('phones 0')).toMatch(/^07700 900123/);
  expect(lineOf('phones 1')).toMatch(/^07700 900456/);
  expect(lineOf('phones all')).toBeUndefined();
  expect(screen.getByText('under phones 1')).toBeTruthy();
});

it('marks what is not recorded once', () => {
  show({ name: 'Kit Vale', phones: [] });
  expect(
    screen.getAllByRole('button', { name: /^phones/ }).map((mark) => mark.textContent),
  ).toEqual(['phones all']);
});

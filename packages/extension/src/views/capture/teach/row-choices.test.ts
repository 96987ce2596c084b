import { expect, it } from 'vitest';
import type { TeachValue } from '../../../sandbox/teach-order.js';
import { rowChoices } from './teaching.js';

const cell = (row: number, label: string, text: string, suggested?: 'subject.name') =>
  ({
    id: `${row} ${label}`,
    label,
    owner: [],
    text,
    frame: [],
    selector: '',
    table: 0,
    row,
    ...(suggested ? { suggested } : {}),
  }) satisfies TeachValue;

it('offers the row that a column names in the words of the system, and never by a value of somebody’s record', () => {
  const values = [
    cell(0, 'Name', 'Jory Tamblyn', 'subject.name'),
    cell(0, 'Type', 'Mobile'),
    cell(0, 'Number', '07700 900111'),
    cell(1, 'Name', 'Casimir Ledwidge', 'subject.name'),
    cell(1, 'Type', 'Home'),
    cell(1, 'Number', '020 7946 0222'),
  ];
  const number = values[2];
  if (!number) throw new Error('No number');
  const offered = rowChoices(number, 'subject.phones[]', values).map(({ value }) => value);
  expect(offered).toEqual(['person', 'value', JSON.stringify(['Type', 'Mobile'])]);
});

import { expect, test } from 'vitest';
import { readPage } from '../../read-page.js';
import { snapshotOfHtml } from '../../saved-page.js';

const read = (...lines: readonly string[]) =>
  readPage(
    snapshotOfHtml(lines.map((line) => `<div>${line}</div>`).join(''), {
      url: 'https://rms.example.org/1',
    }),
  )
    .values.filter(({ label }) => label === 'Sender')
    .map(({ value }) => value);

test.each([
  ['Mon Feb 09 10:15:00 2026 Jo Example - Ticket created', 'Jo Example'],
  ['Jo Example &lt;jo@example.org&gt; wrote on 09/02/2026 10:15', 'Jo Example <jo@example.org>'],
  ['jo@example.org, 2026-02-09 10:15', 'jo@example.org'],
  ['Marguerite Example wrote on 09/02/2026 10:15', 'Marguerite Example'],
  ['Wed Feb 11 10:15:00 2026 Martin Example - Ticket created', 'Martin Example'],
])('the line over an entry says who made it: %s', (line, sender) => {
  expect(read(line)).toEqual([sender]);
});

test('only the first entry began the thread', () => {
  expect(
    read(
      'Mon Feb 09 10:15:00 2026 Jo Example - Ticket created',
      'Tue Feb 10 10:15:00 2026 Al Example - Reply added',
    ),
  ).toEqual(['Jo Example']);
});

test('a line with a date and a time but nobody in it has no sender', () => {
  expect(read('Mon Feb 09 10:15:00 2026 - Status changed')).toEqual([]);
  expect(read('Visited on 09/02/2026 10:15, nobody in')).toEqual([]);
});

// @vitest-environment happy-dom
/** Somebody with hundreds of records: a section renders a part of them, and none is out of reach. */
import type { PlainDate } from '@cyber-prevent/core';
import {
  buildCondition,
  buildIntervention,
  buildOrder,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

// Nothing noted, so that no two entries are folded into one row.
const subject = buildSubject({ name: 'Kit Vale', addresses: [], schools: [] });
const about = { subjectId: subject.id };
const MANY = 400;
const contacts = Array.from({ length: MANY }, (_, nth) => {
  const heldOn = new Date(Date.UTC(2025, 0, 1 + nth)).toISOString().slice(0, 10) as PlainDate;
  return newRecord('intervention', buildIntervention({ ...about, heldOn }));
});

async function opens(section: string, changes: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), ...changes],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subject', subject: subject.id, section });
  await screen.findByRole('heading', { level: 1, name: 'Kit Vale' });
}

it('renders the rows of a long timeline near the screen, and counts all of them', async () => {
  await opens('timeline', contacts);
  const table = screen.getByRole('table', { name: /What happened, by date/ });
  expect(within(table).getAllByRole('rowheader').length).toBeLessThan(50);
  const counted = Number.parseInt(screen.getByText(/^\d+ entries$/).textContent ?? '', 10);
  expect(counted).toBeGreaterThanOrEqual(MANY);
  // One more for the heading.
  expect(Number(table.getAttribute('aria-rowcount'))).toBe(counted + 1);
  const first = () => within(table).getAllByRole('rowheader')[0]?.textContent;
  expect(first()).toBe('1 January 2025');
  fireEvent.click(within(table).getByRole('button', { name: 'Date' }));
  expect(first()).toBe('24 November 2026');
  fireEvent.click(within(table).getByRole('button', { name: 'Date' }));
  expect(first()).toBe('1 January 2025');
});

it('has every day of a long timeline in the page as text, where the browser’s own search finds it', async () => {
  await opens('timeline', contacts);
  expect(screen.getByText(/show the text to read through/)).toBeTruthy();
  fireEvent.click(screen.getByLabelText('Text to read through'));
  expect(screen.queryByText(/show the text to read through/)).toBeNull();
  for (const day of ['1 January 2025', '1 July 2025', '4 February 2026'])
    expect(screen.getByText(`${day}.`)).toBeTruthy();
});

it('renders thirty conditions of an order, and the others at a press each', async () => {
  const order = buildOrder({ ...about, givenOn: '2026-11-03' as PlainDate, givenBy: 'DC 2218' });
  const conditions = Array.from({ length: 70 }, () =>
    newRecord('condition', buildCondition({ ...about, orderId: order.id })),
  );
  await opens('conditions', [newRecord('order', order), ...conditions]);
  const count = () => screen.getAllByRole('region', { name: /^Condition \d+/ }).length;
  expect(count()).toBe(30);
  fireEvent.click(screen.getByRole('button', { name: /^Show 30 more/ }));
  fireEvent.click(screen.getByRole('button', { name: /^Show 10 more/ }));
  expect(count()).toBe(70);
});

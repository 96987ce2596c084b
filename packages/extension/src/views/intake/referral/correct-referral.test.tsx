// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const types = (label: RegExp | string, value: string, group?: HTMLElement) =>
  fireEvent.input((group ? within(group) : screen).getByLabelText(label), { target: { value } });

async function opens() {
  const subject = buildRecord('subject', { name: 'Kit Vale' });
  const referral = buildRecord('referral', {
    subjectId: subject.id,
    receivedOn: '2026-11-24' as PlainDate,
  });
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), newRecord('referral', referral)],
    reason: 'referral',
  });
  shown.app.router.go({ name: 'referral', referral: referral.id });
  fireEvent.click(await screen.findByRole('button', { name: 'Correct the referral' }));
  await screen.findByRole('heading', { level: 1, name: /Correct the referral/ });
  return { ...shown, referral };
}

it('puts the day right on which a referral came, with who said so', async () => {
  const { services, referral } = await opens();
  const received = screen.getByRole('group', { name: 'Date of referral' });
  types('Day', '20', received);
  const told = screen.getByRole('group', { name: 'How you know' });
  const [statement] = within(told).getAllByRole('radio');
  if (statement) fireEvent.click(statement);
  types(/^How you learned it/, 'Telephone call');
  types(/^Who told you/, 'Ottilie Brandt');
  types(/^Day/, '24', told);
  types(/^Month/, '11', told);
  types(/^Year/, '2026', told);
  types(/^Time/, '08:30', told);
  fireEvent.click(screen.getByRole('button', { name: /^Correct .* for / }));
  await screen.findByText('Opening this page was logged.');
  const held = await services.store.get('referral', referral.id);
  expect(held?.value.receivedOn).toBe('2026-11-20');
  expect(held?.sources.receivedOn).toMatchObject([{ label: 'Date of referral' }]);
});

it('says what is missing, and keeps nothing', async () => {
  const { services, referral } = await opens();
  const received = screen.getByRole('group', { name: 'Date of referral' });
  types('Year', '2027', received);
  fireEvent.click(screen.getByRole('button', { name: /^Correct .* for / }));
  await screen.findByRole('heading', { name: 'There is a problem' });
  expect((await services.store.get('referral', referral.id))?.value.receivedOn).toBe('2026-11-24');
});

it('tells at once of a date that is none and of who said so', async () => {
  await opens();
  types('Month', '13', screen.getByRole('group', { name: 'Date of referral' }));
  fireEvent.click(screen.getByRole('button', { name: /^Correct .* for / }));
  await screen.findByRole('button', { name: /must be a real date/ });
  screen.getByRole('button', { name: 'Enter how you learned this, such as a telephone call' });
});

// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Facts } from './facts.js';

afterEach(cleanup);

const LINES = Array.from({ length: 12 }, (_, nth) => `A fact of some length, number ${nth}.`);
const inSight = () => document.querySelector('.cp-facts__text')?.textContent ?? '';

it('folds a long account to one line until it is asked for, and keeps it whole for paper', () => {
  render(
    <Facts
      title="Referral"
      rows={[{ label: 'Alleged', value: LINES.join('\n'), isProse: true }]}
    />,
  );
  expect(inSight()).toBe(
    'A fact of some length, number 0. A fact of some length, number 1. A fact of …',
  );
  expect(document.querySelector('.cp-print-only')?.textContent).toBe(LINES.join('\n'));
  fireEvent.click(screen.getByRole('button', { name: 'Show all Alleged' }));
  expect(inSight()).toBe(LINES.join('\n'));
});

it('keeps several lines of a long list in sight', () => {
  render(<Facts title="Case" rows={[{ label: 'Due', value: LINES.join('\n') }]} />);
  expect(inSight().split('\n').length).toBeGreaterThan(6);
});

it('shows a short account as it was written', () => {
  render(
    <Facts title="Referral" rows={[{ label: 'Alleged', value: 'One\nTwo', isProse: true }]} />,
  );
  expect(inSight()).toBe('One\nTwo');
  expect(screen.queryByRole('button')).toBeNull();
});

// @vitest-environment happy-dom
import type { StoredRecord } from '@cyber-prevent/core';
import { buildId, buildRecord, buildSource, buildSourceCapture } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';
import { SourceMark } from './source-mark.js';

afterEach(cleanup);

const capture = buildSourceCapture({ system: 'Practice record system' });
const value = buildRecord('subject', { name: 'Kit Vale' });
const at = '2026-11-24T09:30:00.000Z';
const stored = { heads: [buildId()], createdAt: at, updatedAt: at, updatedBy: buildId() };
const record = {
  kind: 'subject',
  id: value.id,
  value,
  sources: { name: [buildSource({ capture: capture.id, label: 'Full name' })] },
  ...stored,
} as unknown as StoredRecord;
const captures = [
  { kind: 'sourceCapture', id: capture.id, value: capture, sources: {}, ...stored },
] as unknown as readonly StoredRecord<'sourceCapture'>[];

async function shows(field?: string) {
  const View = () => (
    <>
      <h1>Kit Vale</h1>
      <SourceMark record={record} field={field} captures={captures} about="the name" />
    </>
  );
  await showShell({ views: { subjects: View } });
  await screen.findByRole('heading', { level: 1, name: 'Kit Vale' });
  return () => screen.getByRole('button', { name: 'Where did this come from? the name' });
}
const says = () => screen.queryByText(/From “Full name”, Practice record system/);

it('says where a value comes from while it is hovered or focused, and describes itself by it', async () => {
  const mark = await shows('name');
  expect(says()).toBeNull();
  fireEvent.focus(mark());
  expect(says()).not.toBeNull();
  const described = document.getElementById(mark().getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toContain('Full name');
  fireEvent.blur(mark());
  expect(says()).toBeNull();
});

it('stays open once it is pressed, until it is pressed again or Escape closes it', async () => {
  const mark = await shows('name');
  fireEvent.click(mark());
  expect(mark().getAttribute('aria-expanded')).toBe('true');
  fireEvent.blur(mark());
  expect(says()).not.toBeNull();
  fireEvent.keyDown(mark(), { key: 'Escape' });
  expect(mark().getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(mark());
  fireEvent.click(mark());
  fireEvent.blur(mark());
  expect(says()).toBeNull();
});

it('is not there for a field that nothing is the source of, and says when a whole record was made', async () => {
  const whole = await shows();
  fireEvent.click(whole());
  expect(screen.getByText(/^Subject, recorded 24 November 2026/)).toBeTruthy();
  cleanup();
  const none = await shows('bornOn');
  expect(none).toThrow();
});

// @vitest-environment happy-dom
import { buildRecord, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./notes-view.js'), 60_000);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael' });
const ABOUT = buildRecord('intelligenceNote', {
  subjectId: ADA.id,
  text: 'Sells stresser time.',
  intelligenceOn: '2026-11-20',
});
const { subjectId: _, ...plain } = buildRecord('intelligenceNote', {
  text: 'A board was closed.',
  intelligenceOn: '2026-11-22',
});

it('lists notes by person, day and codes, without a word of them, also those about nobody', async () => {
  const { services, app } = await showShell({ start: { name: 'notes' } });
  await services.store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('intelligenceNote', ABOUT),
      newRecord('intelligenceNote', plain),
    ],
    reason: 'case-work',
  });
  await screen.findByRole('rowheader', { name: /^Ada Vael/ });
  const names = screen.getAllByRole('rowheader').map(({ textContent }) => textContent ?? '');
  expect(names.map((name) => name.slice(0, 8))).toEqual(['About no', 'Ada Vael']);
  expect(document.body.textContent).not.toContain('stresser');
  fireEvent.click(screen.getByRole('button', { name: /^About nobody/ }));
  await screen.findByText('A board was closed.');
  expect(app.router.route.value).toEqual({ name: 'notes', note: plain.id });
  const audit = await services.store.audit();
  expect(
    audit.some(({ action, records }) => action === 'consultation' && records.includes(plain.id)),
  ).toBe(true);
});

// @vitest-environment happy-dom
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./set-reviews-view.js'), 60_000);
afterEach(cleanup);

const [ADA, IVO, WREN] = ['Ada Vael', 'Ivo Quill', 'Wren Moss'].map((name) =>
  buildSubject({ name }),
);

it('has what was typed for the same people, and no word of it for others', async () => {
  const shell = await showShell();
  if (!ADA || !IVO || !WREN) throw new RangeError('Three people');
  await shell.services.store.commit({
    changes: [ADA, IVO, WREN].map((person) => newRecord('subject', person)),
    reason: 'referral',
  });
  const show = (...people: readonly { readonly id: typeof ADA.id }[]) =>
    shell.app.router.go({ name: 'set-reviews', subjects: people.map(({ id }) => id) });
  show(ADA, IVO);
  await screen.findByText('Ivo Quill');
  fireEvent.input(await screen.findByLabelText(/^Reason/), {
    target: { value: 'Ivo is in court in May.' },
  });
  await waitFor(async () => expect(await shell.services.work.keys()).toHaveLength(1));

  show(ADA, WREN);
  await screen.findByText('Wren Moss');
  expect((await screen.findByLabelText<HTMLTextAreaElement>(/^Reason/)).value).toBe('');
  expect(screen.queryByText(/Ivo/)).toBeNull();

  show(IVO, ADA);
  await screen.findByText('Ivo is in court in May.');
  expect(screen.queryByText('Wren Moss')).toBeNull();
});

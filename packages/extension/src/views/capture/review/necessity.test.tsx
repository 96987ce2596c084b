// @vitest-environment happy-dom
/** The reason that something is kept for: no referral is named where there is none. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const LOADS = { timeout: 20_000 };
const IVO = buildSubject({ name: 'Ivo Vael' });

it('is the intelligence, on the screen and in the record of a typed note', async () => {
  const { app, services } = await showShell({ start: { name: 'settings' } });
  const { store } = services;
  await store.commit({ changes: [newRecord('subject', IVO)], reason: 'case-work' });
  app.router.go({ name: 'note', subject: IVO.id });
  await screen.findByText(/Why it is necessary: To assess intelligence\./, {}, LOADS);
  fireEvent.input(screen.getByLabelText('Intelligence'), { target: { value: 'Sells a tool.' } });
  for (const choice of ['Fact', '1 Reliable', 'A Known directly to the source', /^P Lawful/])
    fireEvent.click(screen.getByLabelText(choice));
  fireEvent.click(screen.getByRole('button', { name: /^Save the note about/ }));
  await waitFor(async () =>
    expect(await store.query('intelligenceNote')).toMatchObject([
      { value: { necessity: 'assess-intelligence', subjectId: IVO.id } },
    ]),
  );
});

it('is the decision about the person, for somebody identified in other work', async () => {
  const { app } = await showShell({ start: { name: 'settings' } });
  app.router.go({ name: 'identify' });
  const line = await screen.findByText(/Why it is necessary:/, {}, LOADS);
  expect(line.textContent).toContain(
    'To decide what to do about a person identified in other work',
  );
  expect(line.textContent).not.toMatch(/referral/i);
});

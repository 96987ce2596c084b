// @vitest-environment happy-dom
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => import('./ask-check-view.js'), 60_000);
afterEach(cleanup);

it('asks for a check under the name that tells the person from another of the name', async () => {
  const { app, services } = await showShell();
  const [first, second] = ['2010-05-02', '2011-06-03'].map((bornOn) =>
    buildSubject({ name: 'Tobias Wren', bornOn }),
  );
  if (!first || !second) throw new RangeError('Two people');
  await services.store.commit({
    changes: [newRecord('subject', first), newRecord('subject', second)],
    reason: 'case-work',
  });
  app.router.go({ name: 'ask-check', subject: second.id });
  await screen.findByRole('button', { name: /Tobias Wren, born 3 June 2011/ });
  const heading = screen.getByRole('heading', { level: 1 });
  expect(heading.parentElement?.textContent).toContain('Tobias Wren, born 3 June 2011');
});

// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./incident-view.js'), 60_000);
afterEach(cleanup);

it('offers nobody’s own words where nobody is known, and says what a grade is for before it asks', async () => {
  const { app } = await showShell({ start: { name: 'subjects' } });
  app.router.go({ name: 'incident', writing: true });
  await screen.findByRole('heading', { level: 1, name: 'Record an incident' });
  expect(screen.getByLabelText('Fact')).toBeDefined();
  expect(screen.queryByLabelText(/own words/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Grade this incident' }));
  const hint = screen.getByText(/^Only if it should become intelligence/);
  const grade = screen.getByRole('group', { name: /^Grade/ });
  expect(hint.compareDocumentPosition(grade) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

// @vitest-environment happy-dom
import { buildId } from '@cyber-prevent/core/testing';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

afterEach(cleanup);

it('says so when the subject of a note cannot be read, and shows no form about nobody', async () => {
  const { app, services } = await showShell({ start: { name: 'subjects' } });
  await services.store.close();
  app.router.go({ name: 'note', subject: buildId() });
  expect(await screen.findByText(/The store was closed/)).toBeTruthy();
  expect(screen.queryByRole('form')).toBeNull();
});

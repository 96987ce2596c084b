// @vitest-environment happy-dom
/** A screen that shows one heading while it looks something up, and another once it has found it. */
import { signal } from '@preact/signals';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../testing/show-shell.js';
import { PageHeading } from './page-heading.js';

afterEach(cleanup);

async function opening() {
  const found = signal(false);
  const Screen = () =>
    found.value ? (
      <div>
        <PageHeading>Petra Lindqvist</PageHeading>
      </div>
    ) : (
      <section>
        <PageHeading>Opening</PageHeading>
      </section>
    );
  const { app } = await showShell({ views: { subjects: Screen } });
  app.router.go({ name: 'subjects' });
  const first = await screen.findByRole('heading', { name: 'Opening' });
  return { found, first };
}

it('hands the focus on to the heading that takes its place', async () => {
  const { found, first } = await opening();
  expect(document.activeElement).toBe(first);
  found.value = true;
  const second = await screen.findByRole('heading', { name: 'Petra Lindqvist' });
  expect(document.activeElement).toBe(second);
});

it('leaves the focus where the officer has gone on meanwhile', async () => {
  const { found } = await opening();
  const lock = screen.getByRole('button', { name: 'Lock' });
  lock.focus();
  found.value = true;
  await screen.findByRole('heading', { name: 'Petra Lindqvist' });
  expect(document.activeElement).toBe(lock);
});

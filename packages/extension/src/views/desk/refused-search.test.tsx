// @vitest-environment happy-dom
/** Searches that the keeper refuses, since one could not be logged: nobody is shown, also whom a page finds by itself. */
import { type PlainDate, PreventError } from '@cyber-prevent/core';
import { buildPromise, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_NOT_LOGGED } from '../../ports/log-service.js';
import type { Verb } from '../../ports/verbs/verbs.js';
import { said } from '../../testing/said-under-test.js';
import { showShell } from '../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('./subjects-view.js'),
      import('./diary/diary-view.js'),
      import('../shell/palette/palette.js'),
      import('../keeping/ending/handover-view.js'),
      import('../contact/quick-log/quick-log-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const PEOPLE = Array.from({ length: 21 }, (_, nth) =>
  buildSubject({ name: `Rowan ${String.fromCharCode(65 + nth)} Vael` }),
);
const [ROWAN] = PEOPLE;
if (!ROWAN) throw new Error('Nobody');
const PROMISE = buildPromise({
  subjectId: ROWAN.id,
  madeOn: '2026-11-02',
  dueOn: '2026-11-20' as PlainDate,
});

/** @param refused - what the keeper refuses until `mend` is called */
async function shows(start: 'subjects' | 'diary' | 'quick-log' | 'handover', ...refused: Verb[]) {
  const shown = await showShell({ start: { name: 'settings' } });
  const { services } = shown.app;
  await services.store.commit({
    changes: [
      ...PEOPLE.map((person) => newRecord('subject', person)),
      newRecord('promise', PROMISE),
    ],
    reason: 'case-work',
  });
  const ask = services.ask as (verb: Verb, args: unknown) => Promise<unknown>;
  const left = new Set<Verb>(refused);
  const message = 'There is no room left.';
  Object.assign(services, {
    async ask(verb: Verb, args: unknown) {
      if (!left.has(verb)) return ask(verb, args);
      const cause = [{ code: SEARCH_NOT_LOGGED, message, severity: 'error' }];
      throw new PreventError('CP_STORE_FULL', message, { cause });
    },
  });
  shown.app.router.go({ name: start });
  return { app: shown.app, mend: () => left.clear() };
}

const isRefused = () =>
  screen.findByText(/Nobody is shown, because the search could not be logged. There is no room/);
const types = (box: HTMLElement, value: string) => fireEvent.input(box, { target: { value } });

describe.each(['search-ready', 'find'] as const)('a refusal of %s', (verb) => {
  it('leaves nobody in a list, until the box is empty or searches are taken again', async () => {
    const { mend } = await shows('subjects', verb);
    await screen.findByText('Rowan A Vael');
    types(screen.getByLabelText('Find a subject'), 'Rowan');
    await isRefused();
    expect(screen.queryByText(said(/^Rowan A Vael$/))).toBeNull();
    expect(screen.queryByText(/Only names and references were searched/)).toBeNull();
    types(screen.getByLabelText('Find a subject'), '');
    await screen.findByText('Rowan A Vael');
    types(screen.getByLabelText('Find a subject'), 'Rowan');
    await isRefused();
    mend();
    types(screen.getByLabelText('Find a subject'), 'Rowan B');
    await screen.findByText(said(/^Rowan B Vael$/));
    expect(screen.queryByText(said(/^Rowan A Vael$/))).toBeNull();
  });

  it('leaves nobody in the palette, however much is typed on, until searches are taken again', async () => {
    const { mend } = await shows('subjects', verb);
    await screen.findByText('Rowan A Vael');
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const box = await screen.findByRole('combobox');
    types(box, 'Rowan');
    await isRefused();
    types(box, 'Rowan A');
    expect(screen.queryByRole('option', { name: /Rowan A Vael/ })).toBeNull();
    mend();
    types(box, 'Rowan A Vael');
    expect(await screen.findAllByRole('option', { name: /Rowan A Vael/ })).not.toEqual([]);
  });
});

describe('a refusal', () => {
  it('leaves no begun form that names somebody in the palette', async () => {
    const { app } = await shows('subjects', 'search-ready');
    await screen.findByText('Rowan A Vael');
    app.router.go({ name: 'hold', subject: ROWAN.id });
    const why = await waitFor(() => {
      const box = screen.queryByRole('main')?.querySelector('textarea');
      if (!box) throw new Error('No box yet');
      return box;
    });
    fireEvent.input(why, { target: { value: 'Under investigation.' } });
    await app.unfinished.flushAll();
    app.router.go({ name: 'subjects' });
    await screen.findByText('Rowan A Vael');
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const box = await screen.findByRole('combobox');
    // Without a word it is among unfinished work.
    await screen.findByRole('option', { name: /Rowan A Vael/ });
    types(box, 'Rowan A');
    await isRefused();
    expect(screen.queryByRole('option', { name: /Rowan A Vael/ })).toBeNull();
  });

  it('leaves nobody in the box of a contact', async () => {
    const { mend } = await shows('quick-log', 'search-ready');
    const box = await screen.findByRole('textbox', { name: /^Who was it with/ });
    types(box, 'Rowan A');
    await isRefused();
    expect(screen.queryByText('Rowan A Vael')).toBeNull();
    mend();
    types(box, 'Rowan A V');
    await screen.findByText('Rowan A Vael');
  });

  it('leaves nobody in the box of a form but whom it offers before anything is typed', async () => {
    await shows('handover', 'search-ready');
    const offered = await screen.findByRole('group', { name: 'Which cases?' });
    await waitFor(() => expect(offered.querySelectorAll('label').length).toBeGreaterThan(0));
    expect(screen.queryByText(/could not be logged/)).toBeNull();
    types(screen.getByLabelText('Look for a name or a reference'), 'Rowan');
    await isRefused();
    expect(offered.querySelectorAll('label')).toHaveLength(0);
  });

  it('leaves nobody in the diary that something is looked for in', async () => {
    await shows('diary', 'search-ready');
    await screen.findByRole('rowheader', { name: /Rowan A Vael/ });
    types(screen.getByRole('textbox', { name: 'Find in the diary' }), 'Rowan');
    await isRefused();
    expect(screen.queryByRole('rowheader')).toBeNull();
  });
});

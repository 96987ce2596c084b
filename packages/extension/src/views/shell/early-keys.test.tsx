// @vitest-environment happy-dom
/** Keys that are struck before the palette is there. */
import { buildOnlineIdentifier, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';
import { earlyKeys } from './early-keys.js';

beforeAll(async () => {
  await import('./palette/palette.js');
}, 60_000);
afterEach(cleanup);

const FREYA = buildSubject({ name: 'Freya Kestrelman', bornOn: '2010-02-01', aliases: [] });
const NOOR = buildSubject({ name: 'Noor Lind', bornOn: '2012-01-09', aliases: [] });

async function desk() {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: [FREYA, NOOR].map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  await screen.findByRole('heading', { level: 1 });
  // As on a page: nothing is rendered between two of them.
  const strike = (init: KeyboardEventInit) =>
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
    );
  const strikes = (...keys: readonly string[]) => {
    for (const key of keys) strike({ key });
  };
  const opens = () => strike({ key: 'k', ctrlKey: true });
  return { ...shown, opens, strikes };
}

describe('keys struck right after the palette was asked for', () => {
  it('are in its box, and no key of the screen behind', async () => {
    const { opens, strikes, app } = await desk();
    opens();
    strikes('g', 's', 'x', 'Backspace');
    const box = await screen.findByRole<HTMLInputElement>('combobox');
    await waitFor(() => expect(box.value).toBe('gs'));
    expect(app.router.route.value).toEqual({ name: 'settings' });
  });

  it('open a person by a name and Enter', async () => {
    const { opens, strikes, app } = await desk();
    opens();
    strikes(...'freya', 'Enter');
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: FREYA.id }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('choose nobody by an arrow: those who are found were not on screen when it was struck', async () => {
    const { opens, strikes, app, services } = await desk();
    const finn = buildSubject({ name: 'Finn Kestrel', bornOn: '2011-02-01', aliases: [] });
    await services.store.commit({ changes: [newRecord('subject', finn)], reason: 'case-work' });
    opens();
    strikes(...'kest', 'ArrowDown', 'ArrowDown', 'Enter');
    await screen.findByText('The choices have changed since then: choose one');
    expect(app.router.route.value).toEqual({ name: 'settings' });
    expect(screen.queryByRole('option', { selected: true })).toBeNull();
    const box = screen.getByRole('combobox');
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    fireEvent.submit(box.closest('form') ?? box);
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: finn.id }),
    );
  });

  it('are forgotten once the officer looks at the list and presses an arrow: no Enter from before opens anybody', async () => {
    const { opens, strikes, app, services } = await desk();
    const handle = buildOnlineIdentifier({ subjectId: NOOR.id, asSeen: 'kestrel.void' });
    await services.store.commit({
      changes: [newRecord('onlineIdentifier', handle)],
      reason: 'case-work',
    });
    const release = services.holdNext('find');
    opens();
    strikes(...'kest', 'Enter');
    const box = await screen.findByRole<HTMLInputElement>('combobox');
    await waitFor(() => expect(box.value).toBe('kest'));
    await screen.findByRole('option', { name: /^Freya/ });
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    release();
    await screen.findByRole('option', { name: /^Noor/ });
    expect(screen.getByRole('option', { selected: true }).textContent).toMatch(/^Freya/);
    expect(app.router.route.value).toEqual({ name: 'settings' });
    fireEvent.submit(box.closest('form') ?? box);
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: FREYA.id }),
    );
  });

  it('open nobody by Enter alone: the people who were open are not shown yet', async () => {
    const { opens, strikes, app } = await desk();
    app.router.go({ name: 'quick-log', subject: FREYA.id });
    app.router.go({ name: 'settings' });
    opens();
    strikes('Enter');
    await screen.findByRole('option', { name: /^Freya/ });
    expect(app.router.route.value).toEqual({ name: 'settings' });
    fireEvent.submit(screen.getByRole('form', { name: 'Go to or do' }));
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: FREYA.id }),
    );
  });

  it('close it again by Escape', async () => {
    const { opens, strikes, app } = await desk();
    opens();
    strikes(...'freya', 'Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    strikes('g', 's');
    await waitFor(() => expect(app.router.route.value).toEqual({ name: 'subjects' }));
  });
});

describe('keys that are kept', () => {
  it('are letters and those that act in the palette, and no chord', () => {
    const early = earlyKeys(window);
    early.begin();
    const isTaken = (init: KeyboardEventInit) => !fireEvent.keyDown(document.body, init);
    expect(isTaken({ key: 'ž' })).toBe(true);
    expect(isTaken({ key: 'Enter' })).toBe(true);
    expect(isTaken({ key: 'c', ctrlKey: true })).toBe(false);
    expect(isTaken({ key: 'Tab' })).toBe(false);
    expect(isTaken({ key: 'F8' })).toBe(false);
    expect(early.end().map(({ key }) => key)).toEqual(['ž', 'Enter']);
    expect(isTaken({ key: 'a' })).toBe(false);
    expect(early.end()).toEqual([]);
  });
});

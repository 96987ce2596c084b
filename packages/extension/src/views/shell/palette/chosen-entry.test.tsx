// @vitest-environment happy-dom
/** Enter runs the choice that was shown when it was pressed, however the list changes around it. */
import { buildOnlineIdentifier, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () => Promise.all([import('./palette.js'), import('../../vault/settings/settings-view.js')]),
  60_000,
);
afterEach(cleanup);

const person = (name: string) => buildSubject({ name, aliases: [], schools: [], emails: [] });
const FINN = person('Finn Kestrel');
const FREYA = person('Freya Kestrelman');
const NOOR = person('Noor Lind');
const HANDLE = buildOnlineIdentifier({ subjectId: NOOR.id, asSeen: 'adapt_or_die' });
const SETTINGS = { name: 'settings' };
const CHANGED = 'The choices have changed since then: choose one';

async function palette() {
  const shown = await showShell({ start: { name: 'settings' } });
  const saves = (...people: readonly (typeof FINN)[]) =>
    shown.services.store.commit({
      changes: people.map((each) => newRecord('subject', each)),
      reason: 'case-work',
    });
  await saves(FINN, FREYA, NOOR);
  await shown.services.store.commit({
    changes: [newRecord('onlineIdentifier', HANDLE)],
    reason: 'case-work',
  });
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox', { name: 'What do you want to open or do?' });
  const choices = () => screen.queryAllByRole('option').map(({ textContent }) => textContent ?? '');
  const place = (start: string) => choices().findIndex((each) => each.startsWith(start));
  return {
    ...shown,
    saves,
    choices,
    types: (value: string) => fireEvent.input(box, { target: { value } }),
    press: (key: string) => fireEvent.keyDown(box, { key }),
    /** Strikes a key that the page hears of only when the function is called. */
    struckBefore(key: string) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      return () => fireEvent(box, event);
    },
    enters: () => fireEvent.submit(box.closest('form') ?? box),
    isAt: (start: string, at: number) => waitFor(() => expect(place(start)).toBe(at)),
    /** Words of the choice that is shown as the current one. */
    current: () =>
      document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent,
  };
}
const logOf = ({ id }: typeof FINN) =>
  [`quick-log/${id}`, { minutes: 45, openedFrom: { name: 'quick-log', subject: id } }] as const;

describe('the choice of an arrow key', () => {
  it('stays with its person when a draft and a person saved elsewhere come in before it', async () => {
    const { types, press, enters, isAt, current, saves, services, app } = await palette();
    types('kest');
    await isAt('Freya', 1);
    press('ArrowDown');
    press('ArrowDown');
    await waitFor(() => expect(current()).toMatch(/^Freya/));
    services.work.fromElsewhere(...logOf(FINN));
    await saves(person('Ada Kestrel'));
    await isAt('Freya', 3);
    expect(current()).toMatch(/^Freya/);
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: FREYA.id }),
    );
  });

  it('stays what it is when the answer of the search comes in before it', async () => {
    const { types, press, enters, isAt, current, services, app } = await palette();
    const release = services.holdNext('find');
    types('adap');
    await isAt('Adapters', 0);
    press('ArrowDown');
    await waitFor(() => expect(current()).toMatch(/^Adapters/));
    release();
    await isAt('Noor', 0);
    expect(current()).toMatch(/^Adapters/);
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'settings', section: 'adapters' }),
    );
  });

  it('is nobody if it was struck before the list of what was typed was on screen', async () => {
    const { types, struckBefore, enters, isAt, current, app } = await palette();
    types('noor');
    await isAt('Noor', 0);
    const arrow = struckBefore('ArrowDown');
    types('kest');
    await isAt('Freya', 1);
    arrow();
    await waitFor(() => expect(current()).toBeUndefined());
    enters();
    await screen.findByText(CHANGED);
    expect(app.router.route.value).toEqual(SETTINGS);
  });

  it('is nothing once that is gone, and Enter says so', async () => {
    const { types, press, enters, isAt, current, services, app } = await palette();
    services.work.fromElsewhere(...logOf(FREYA));
    types('kest');
    await isAt('Quick log for Freya', 0);
    press('ArrowDown');
    await waitFor(() => expect(current()).toMatch(/^Quick log/));
    services.work.goneElsewhere(logOf(FREYA)[0]);
    await isAt('Finn', 0);
    expect(current()).toBeUndefined();
    enters();
    await screen.findByText(CHANGED);
    expect(app.router.route.value).toEqual(SETTINGS);
    press('ArrowDown');
    await waitFor(() => expect(current()).toMatch(/^Finn/));
  });
});

describe('Enter before everybody is found', () => {
  it('opens nobody in place of the choice that was shown', async () => {
    const { types, enters, isAt, current, services, app } = await palette();
    const release = services.holdNext('find');
    types('adap');
    await isAt('Adapters', 0);
    expect(current()).toMatch(/^Adapters/);
    enters();
    release();
    await screen.findByText(CHANGED);
    expect(app.router.route.value).toEqual(SETTINGS);
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: NOOR.id }),
    );
  });

  it('opens the only one found where no choice was shown', async () => {
    const { types, enters, choices, services, app } = await palette();
    const release = services.holdNext('find');
    types('adapt_or');
    await waitFor(() => expect(choices()).toEqual([]));
    enters();
    release();
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: NOOR.id }),
    );
  });
});

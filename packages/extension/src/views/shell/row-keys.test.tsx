// @vitest-environment happy-dom
/** The keys that lead to the lists and through them, on the screens themselves. */
import {
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Route } from '../../app/route.js';
import { listScreens } from '../../app/screens.js';
import { SCREENS } from '../../start/screens.js';
import { showShell } from '../../testing/show-shell.js';

afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const WREN = buildSubject({ name: 'Wren Quill', bornOn: '2009-01-07' });

const focused = () => document.activeElement as HTMLElement;
const press = (key: string) => fireEvent.keyDown(focused(), { key });

async function opened(start: Route) {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', WREN),
      newRecord('referral', buildReferral({ subjectId: ADA.id, reference: 'NCCU-1' })),
      newRecord('referral', buildReferral({ subjectId: WREN.id, reference: 'NCCU-2' })),
      newRecord('safeguardingConcern', buildSafeguardingConcern({ subjectId: WREN.id })),
    ],
    reason: 'case-work',
  });
  shown.app.router.go(start);
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe(''));
  return shown;
}

describe('two letters', () => {
  it.each([
    ['g', 't', 'today'],
    ['g', 's', 'subjects'],
    ['g', 'd', 'diary'],
  ])('%s %s lead there from any screen', async (first, second, name) => {
    const { app } = await opened({ name: 'settings' });
    press(first);
    press(second);
    expect(app.router.route.value).toEqual({ name });
  });

  it('lead nowhere while the vault is locked, nor do the others', async () => {
    const { app, services } = await opened({ name: 'diary' });
    await services.vault.lock();
    await screen.findByRole('heading', { level: 1, name: 'Unlock' });
    const before = app.router.route.value;
    for (const key of ['g', 's', 'c', '/', 'j']) fireEvent.keyDown(document.body, { key });
    expect(app.router.route.value).toBe(before);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

it('c leads to Capture from any screen but that one, where it corrects', async () => {
  const { app } = await opened({ name: 'subjects' });
  press('c');
  expect(app.router.route.value).toEqual({ name: 'review' });
  await waitFor(() =>
    expect(app.keys.groups.value.flatMap(({ commands }) => Object.keys(commands))).not.toContain(
      'capture',
    ),
  );
});

describe('/', () => {
  it('leads to the box of the list on screen', async () => {
    await opened({ name: 'subjects' });
    const box = await screen.findByLabelText(/^Find/);
    press('/');
    await waitFor(() => expect(focused()).toBe(box));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('finds anything where there is no list', async () => {
    await opened({ name: 'settings' });
    press('/');
    await screen.findByRole('combobox', { name: 'What do you want to open or do?' });
  });
});

describe('j and k', () => {
  it.each(['subjects', 'referrals', 'today', 'diary'] as const)(
    'go from row to row of %s, and Enter is the button of that row',
    async (name) => {
      await opened({ name });
      await waitFor(() => expect(document.body.textContent).toMatch(/Ada Vael.*Wren|Wren.*Ada/s));
      press('j');
      await waitFor(() => expect(focused().tagName).toBe('BUTTON'));
      const first = focused();
      expect(first.closest('tr, li')).not.toBeNull();
      press('j');
      await waitFor(() => expect(focused().closest('tr, li')).not.toBe(first.closest('tr, li')));
      expect(focused().tagName).toBe('BUTTON');
      press('k');
      await waitFor(() => expect(focused().closest('tr, li')).toBe(first.closest('tr, li')));
      expect(focused().tagName).toBe('BUTTON');
    },
  );

  it('reach people of whom the page has no row yet', async () => {
    const { services } = await opened({ name: 'settings' });
    const many = Array.from({ length: 300 }, (_, nth) =>
      buildSubject({ name: `Zed ${String(nth).padStart(3, '0')}`, bornOn: '2010-05-02' }),
    );
    await services.store.commit({
      changes: many.map((each) => newRecord('subject', each)),
      reason: 'case-work',
    });
    press('g');
    press('s');
    await screen.findByText('302 subjects');
    press('j');
    await waitFor(() => expect(focused().textContent).toBe('Wren Quill'));
    fireEvent.keyDown(focused(), { key: 'End' });
    await waitFor(() => expect(focused().textContent).toBe('Zed 299'));
    for (let nth = 298; nth > 240; nth -= 1) {
      press('k');
      await waitFor(() => expect(focused().textContent).toBe(`Zed ${nth}`));
    }
  });
});

const WITHOUT_NEEDS = listScreens(SCREENS)
  .filter(([, { needs }]) => needs === undefined)
  .map(([name]) => name);

it.each(WITHOUT_NEEDS)('on %s no letter or sign alone saves or destroys anything', async (name) => {
  const { services } = await opened({ name } as Route);
  const saved = async () => (await services.store.batchesSince(0)).length;
  const before = await saved();
  // Those that lead elsewhere come last.
  const keys = [...'abdefhijklmnopqrstuvwxyz#.0123456789', 'ArrowDown', 'ArrowUp', 'g', 'c', '/'];
  for (const key of keys) {
    focused().blur();
    press(key);
    press(key);
  }
  await waitFor(() => expect(screen.getAllByRole('heading', { level: 1 }).length).toBe(1));
  expect(await saved()).toBe(before);
});

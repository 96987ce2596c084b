// @vitest-environment happy-dom
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SCREENS } from '../../../start/screens.js';
import { showShell } from '../../../testing/show-shell.js';
import { personActs } from '../acts.js';
import { DAILY_ACTS, groupOfAct } from './act-group.js';

afterEach(cleanup);

const subject = buildRecord('subject', { name: 'Kit Vale' });
const about = { subjectId: subject.id };
const concern = buildRecord('safeguardingConcern', about);

const opens = (...changes: readonly ReturnType<typeof newRecord>[]) => opensWith({}, ...changes);
async function opensWith(
  more: Parameters<typeof showShell>[0],
  ...changes: readonly ReturnType<typeof newRecord>[]
) {
  const shown = await showShell({ start: { name: 'safeguarding' }, ...more });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), ...changes],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subject', subject: subject.id });
  await screen.findByRole('heading', { level: 1, name: 'Kit Vale' });
  return shown;
}
const bar = () => within(screen.getByRole('region', { name: 'Actions' }));
const opensMenu = () => {
  fireEvent.click(bar().getByRole('button', { name: 'More' }));
  return within(screen.getByRole('region', { name: 'All actions for Kit Vale' }));
};
const types = (value: string) =>
  fireEvent.input(screen.getByLabelText('Find an action'), { target: { value } });

describe('the acts on a person', () => {
  it('has a group for every act, and the four most used among them', () => {
    const acts = personActs({ screens: SCREENS });
    expect(acts.filter(({ id }) => groupOfAct(id) === undefined)).toEqual([]);
    for (const { id } of DAILY_ACTS) expect(acts.map((act) => act.id)).toContain(id);
  });

  it('are four in sight, each about the person and with its key', async () => {
    const { app } = await opens();
    for (const [name, screenName, key] of [
      ['Log an intervention', 'intervention', 'l'],
      ['Quick log', 'quick-log', 'q'],
      ['Case summary', 'summary', 's'],
      ['Intelligence note', 'note', 'n'],
    ] as const) {
      app.router.go({ name: 'subject', subject: subject.id });
      await screen.findByRole('heading', { level: 1, name: 'Kit Vale' });
      expect(bar().getByRole('button', { name: new RegExp(`^${name}`) })).toBeTruthy();
      fireEvent.keyDown(screen.getByRole('heading', { level: 1 }), { key });
      expect(app.router.route.value).toEqual({ name: screenName, subject: subject.id });
    }
  });

  it('have a main one, but not on a closed case', async () => {
    const classOf = async () =>
      (await bar().findByRole('button', { name: /^Log an intervention/ })).className;
    await opens();
    expect(await classOf()).not.toContain('secondary');
    cleanup();
    await opens(
      newRecord(
        'decision',
        buildRecord('decision', {
          ...about,
          outcome: 'close',
          closureReason: 'completed',
          decidedOn: '2026-11-24',
        }),
      ),
    );
    expect(await classOf()).toContain('secondary');
  });

  it('are all in the menu, in groups, with the focus in its box; Escape gives it back', async () => {
    await opens();
    const menu = opensMenu();
    expect(menu.getAllByRole('list').length).toBe(5);
    expect(menu.getByRole('button', { name: 'Place a hold' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Find an action'));
    fireEvent.keyDown(screen.getByLabelText('Find an action'), { key: 'Escape' });
    expect(screen.queryByRole('region', { name: 'All actions for Kit Vale' })).toBeNull();
    expect(document.activeElement).toBe(bar().getByRole('button', { name: 'More' }));
  });

  it('are gone again once the focus is on another part of the page, and stay while it is among them', async () => {
    await opens();
    const menu = opensMenu();
    const box = screen.getByLabelText('Find an action');
    fireEvent.focusOut(box, { relatedTarget: menu.getByRole('button', { name: 'Place a hold' }) });
    expect(screen.getByLabelText('Find an action')).toBe(box);
    fireEvent.focusOut(box, { relatedTarget: screen.getByRole('button', { name: /^Work/ }) });
    expect(screen.queryByLabelText('Find an action')).toBeNull();
  });

  it('are found by a letter or two, and done at Enter; the arrow keys reach them', async () => {
    const { app } = await opens();
    const menu = opensMenu();
    types('hol');
    expect(menu.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Place a hold',
    ]);
    fireEvent.keyDown(screen.getByLabelText('Find an action'), { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Place a hold');
    const form = screen.getByLabelText('Find an action').closest('form');
    if (form) fireEvent.submit(form);
    expect(app.router.route.value).toEqual({ name: 'hold', subject: subject.id });
  });

  it('has the person in a window of their own among them, where there can be one', async () => {
    const openInNewWindow = vi.fn(async () => undefined);
    const { app } = await opensWith({ openInNewWindow });
    fireEvent.click(opensMenu().getByRole('button', { name: 'Open in a new window' }));
    expect(openInNewWindow).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ route: { name: 'subject', subject: subject.id } }),
    );
    expect(app.router.route.value).toMatchObject({ name: 'subject' });
    expect(screen.queryByRole('region', { name: 'All actions for Kit Vale' })).toBeNull();
    cleanup();
    await opens();
    expect(opensMenu().queryByRole('button', { name: 'Open in a new window' })).toBeNull();
  });

  it('say so where none has the words', async () => {
    await opens();
    const menu = opensMenu();
    types('zebra');
    expect(menu.getByText(/No action has these words/)).toBeTruthy();
    expect(menu.queryAllByRole('listitem')).toEqual([]);
  });
});

it('leads from the papers that can be made to each of them', async () => {
  const { app } = await opens();
  app.router.go({ name: 'subject', subject: subject.id, section: 'papers' });
  const heading = await screen.findByRole('heading', {
    level: 2,
    name: 'Papers that you can make',
  });
  const papers = within(heading.nextElementSibling as HTMLElement);
  fireEvent.click(papers.getByRole('button', { name: 'Chronology to hand on' }));
  expect(app.router.route.value).toMatchObject({ name: 'subject', section: 'timeline' });
});

describe('an act that is impossible now', () => {
  it('stays, says what to do first and leads there; nothing does it', async () => {
    const { app } = await opens(newRecord('safeguardingConcern', concern));
    const menu = opensMenu();
    expect(menu.queryByRole('button', { name: 'Close the case' })).toBeNull();
    const item = menu.getByText('Close the case').closest('li');
    expect(item?.textContent).toContain('A safeguarding concern is open. Close it first.');
    types('close the case');
    const form = screen.getByLabelText('Find an action').closest('form');
    if (form) fireEvent.submit(form);
    expect(app.router.route.value).toMatchObject({ name: 'subject' });
    fireEvent.click(
      within(menu.getByText('Close the case').closest('li') as HTMLElement).getByRole('button'),
    );
    expect(app.router.route.value).toEqual({ name: 'concern', concern: concern.id });
  });

  it('is possible again once that is done', async () => {
    const closed = {
      ...concern,
      closedOn: '2026-11-23',
      closedWhy: 'Agreed with social care.',
    };
    await opens(newRecord('safeguardingConcern', buildRecord('safeguardingConcern', closed)));
    // The act itself, and the way to it where the case would be disposed of.
    expect(opensMenu().getAllByRole('button', { name: 'Close the case' })[0]?.className).toBe(
      'cp-act',
    );
  });
});

// @vitest-environment happy-dom
/** Today grouped by when, by person and by kind of work. The date in the memory services: 24 November 2026. */
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./today-view.js'), 60_000);
afterEach(cleanup);

const ADA = buildRecord('subject', { name: 'Ada Vael' });
const KIT = buildRecord('subject', { name: 'Kit Vale' });
const promise = ({ id: subjectId }: typeof ADA, dueOn: string) =>
  newRecord('promise', buildRecord('promise', { subjectId, madeOn: '2026-11-02', dueOn }));
const contact = ({ id: subjectId }: typeof ADA, followUpDueOn: string) =>
  newRecord(
    'intervention',
    buildRecord('intervention', { subjectId, heldOn: '2026-11-10', followUpDueOn }),
  );
const concern = newRecord(
  'safeguardingConcern',
  buildRecord('safeguardingConcern', { subjectId: KIT.id, told: ['nobody-yet'], what: 'A worry' }),
);

async function shown(...more: readonly ReturnType<typeof newRecord>[]) {
  const found = await showShell({ start: { name: 'note' } });
  await found.services.store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', KIT),
      promise(ADA, '2026-11-20'),
      promise(KIT, '2026-11-24'),
      contact(ADA, '2026-11-25'),
      ...more,
    ],
    reason: 'case-work',
  });
  found.app.router.go({ name: 'today' });
  await screen.findByRole('button', { name: 'Person' });
  return found;
}
const groups = () =>
  [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent);
const group = (by: string) => fireEvent.click(screen.getByRole('button', { name: by }));

describe('Today', () => {
  it('is grouped by person, with the count of each and of what is overdue', async () => {
    await shown();
    group('Person');
    expect(groups()).toEqual(['Ada Vael21 overdue', 'Kit Vale1']);
  });

  it('counts what is due on a day that nobody works among the days of the week', async () => {
    // The 24th is a Tuesday.
    await shown(promise(KIT, '2026-11-28'));
    const days = [...document.querySelectorAll('.cp-week__day')].map((day) => day.textContent);
    expect(days).toEqual([
      'Overdue 1',
      'Tue 24 Nov 1',
      'Wed 25 Nov 1',
      'Thu 26 Nov 0',
      'Fri 27 Nov 0',
      'Sat 28 Nov 1',
    ]);
  });

  it('is grouped by kind of work, with danger first', async () => {
    await shown(concern);
    group('Kind');
    expect(groups()).toEqual([
      'First: somebody may be in danger1',
      'Keep a promise21 overdue',
      'Follow up a contact1',
    ]);
  });

  it('does by a digit the entry that it stands beside, however it is grouped', async () => {
    const { app } = await shown();
    group('Person');
    // By when it is due, the promise to Kit is the second.
    const second = document.querySelectorAll('.cp-due')[1];
    expect(second?.textContent).toMatch(/^2Open the record: Ada Vael.*Follow up a contact/);
    const main = document.querySelector<HTMLElement>('main h1');
    main?.focus();
    fireEvent.keyDown(document.activeElement ?? document, { key: '2' });
    expect(app.router.route.value).toMatchObject({ name: 'intervention', subject: ADA.id });
  });

  it('stays grouped as it was, for this officer and in each window', async () => {
    const { services, app } = await shown();
    group('Kind');
    await waitFor(() => expect(services.work.held('list-grouping/today')).toBe('kind'));
    app.router.go({ name: 'note' });
    app.router.go({ name: 'today' });
    const kind = await screen.findByRole('button', { name: 'Kind' });
    await waitFor(() => expect(kind.getAttribute('aria-pressed')).toBe('true'));
    services.work.fromElsewhere('list-grouping/today', 'when');
    await waitFor(() => expect(groups()).toContain('Overdue1'));
  });

  it('shows no row before it is known how they are grouped', async () => {
    const { services, app } = await shown();
    group('Kind');
    await waitFor(() => expect(services.work.held('list-grouping/today')).toBe('kind'));
    app.router.go({ name: 'note' });
    const { load } = services.work;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    Object.assign(services.work, {
      load: async (key: string) => {
        if (key === 'list-grouping/today') await held;
        return load(key);
      },
    });
    app.router.go({ name: 'today' });
    await screen.findByText(/Looking through/);
    // The list of unfinished work is there by then, and the diary would be.
    await services.ask('diary', ['2026-12-01' as never]);
    expect(document.querySelector('.cp-due')).toBeNull();
    release();
    await waitFor(() => expect(groups()).toContain('Keep a promise21 overdue'));
  });
});

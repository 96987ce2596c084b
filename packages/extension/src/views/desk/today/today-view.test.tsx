// @vitest-environment happy-dom
import {
  createMemoryStore,
  type Instant,
  type PlainDate,
  type RecordId,
} from '@cyber-prevent/core';
import { buildRecord, newRecord, testHost, testSigner } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

// The date in the memory services: 24 November 2026, a Tuesday.
const subject = buildRecord('subject', { name: 'Kit Vale' });
const about = { subjectId: subject.id };
const promise = (dueOn: string) =>
  newRecord('promise', buildRecord('promise', { ...about, madeOn: '2026-11-02', dueOn }));
const concern = newRecord(
  'safeguardingConcern',
  buildRecord('safeguardingConcern', { ...about, told: ['nobody-yet'], what: 'A worry' }),
);

async function shown(...changes: readonly ReturnType<typeof newRecord>[]) {
  const { services, app } = await showShell({ start: { name: 'note' } });
  await services.store.commit({
    changes: [newRecord('subject', subject), ...changes],
    reason: 'case-work',
  });
  app.router.go({ name: 'today' });
  await screen.findByText('Tuesday 24 November 2026');
  await waitFor(() => expect(screen.queryByText(/Looking through/)).toBeNull());
  return { services, app };
}
const act = (name: RegExp) => screen.findByRole('button', { name });
const groups = () =>
  [...document.querySelectorAll('main h2')].map(({ textContent }) => textContent);

describe('Today', () => {
  it('groups what is due, the urgent first, and says whose it is, how far that is and the day', async () => {
    await shown(promise('2026-11-26'), promise('2026-11-24'), promise('2026-11-20'), concern);
    expect(groups()).toEqual([
      'First: somebody may be in danger1',
      'Overdue1',
      'Due today1',
      'Coming in the next 7 days1',
    ]);
    const [danger, overdue, due, coming] = [...document.querySelectorAll('.cp-due')];
    expect(danger?.textContent).toContain('nobody is recorded as told');
    // The age is 16.
    expect(overdue?.textContent).toMatch(/^2Open the record: Kit Vale 16Keep a promise/);
    expect(overdue?.textContent).toContain('2 working days overdueOverdue: 20 NovFri 20 Nov');
    expect(due?.textContent).toContain('TodayTue 24 Nov');
    expect(coming?.textContent).toContain('in 2 working daysDue 26 NovThu 26 Nov');
  });

  it.each([
    ['serious', /Risk: Serious, not immediateSay who was told/],
    ['not-known', /Risk: Not knownSay who was told/],
    [undefined, /Kit Vale 16Say who was told/],
  ])('says the risk of a concern that the form gave: %s', async (riskNow, words) => {
    const values = { ...about, told: ['nobody-yet'], what: 'A worry', riskNow };
    await shown(newRecord('safeguardingConcern', buildRecord('safeguardingConcern', values)));
    const [row] = document.querySelectorAll('.cp-due');
    expect(row?.textContent).toMatch(words);
  });

  it('says the risk as it was last said, and a serious one in bold', async () => {
    const additions = [{ addedAt: '2026-11-24T08:00:00.000Z' as Instant, riskNow: 'serious' }];
    const values = { ...about, riskNow: 'concern', told: ['supervisor'], additions };
    await shown(newRecord('safeguardingConcern', buildRecord('safeguardingConcern', values)));
    expect(document.querySelector('.cp-due strong')?.textContent).toBe(
      'Risk: Serious, not immediate',
    );
  });

  it('has immediate danger before all else until it is closed, with its words in its row', async () => {
    const named = { ...about, riskNow: 'immediate', told: ['supervisor'], what: 'He has a knife' };
    const danger = newRecord('safeguardingConcern', buildRecord('safeguardingConcern', named));
    const { services } = await shown(promise('2026-11-20'), concern, danger);
    const rows = () => [...document.querySelectorAll('.cp-due')];
    const [first, second] = rows();
    expect(first?.textContent).toMatch(/Immediate danger: call 999Review a safeguarding concern/);
    expect(second?.textContent).toContain('nobody is recorded as told');
    expect(second?.textContent).not.toContain('Immediate danger');
    const [held] = await services.store.query('safeguardingConcern', { what: 'He has a knife' });
    if (!held) throw new Error('no concern');
    await services.store.commit({
      changes: [
        {
          kind: 'safeguardingConcern',
          record: held.id,
          parents: held.heads,
          set: { closedOn: '2026-11-24' as PlainDate, closedWhy: 'He is at home.' },
        },
      ],
      reason: 'safeguarding',
    });
    await waitFor(() => expect(rows()[0]?.textContent).toContain('nobody is recorded as told'));
  });

  it('tells what names nobody apart by who asked, the day and the first words, and says none of a concern', async () => {
    const asked = (asked: string) =>
      newRecord(
        'enquiry',
        buildRecord('enquiry', {
          asked,
          receivedOn: '2026-11-20',
          route: 'school',
          referrerId: undefined,
        }),
      );
    await shown(
      asked('Would you\ntake a boy?'),
      asked('A pupil sells cheats.'),
      newRecord(
        'safeguardingConcern',
        buildRecord('safeguardingConcern', {
          subjectId: undefined,
          told: ['nobody-yet'],
          what: 'He has a knife.',
        }),
      ),
    );
    const seen = [...document.querySelectorAll('.cp-due__apart')];
    expect(seen.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\w.*, 20 Nov: “Would you take a boy\?”$/),
        expect.stringMatching(/^\w.*, 20 Nov: “A pupil sells cheats\.”$/),
        expect.stringMatching(/^Concern recorded 24 November 2026 at \d\d:\d\d$/),
      ]),
    );
    expect(document.querySelector('main')?.textContent).not.toContain('He has a knife.');
  });

  it('counts what is overdue, and what falls due on each working day to come', async () => {
    await shown(promise('2026-11-20'), promise('2026-11-24'), promise('2026-11-30'));
    const days = within(screen.getByRole('list', { name: 'Due this week' })).getAllByRole(
      'listitem',
    );
    expect(days.map(({ textContent }) => textContent)).toEqual([
      'Overdue 1',
      'Tue 24 Nov 1',
      'Wed 25 Nov 0',
      'Thu 26 Nov 0',
      'Fri 27 Nov 0',
      'Mon 30 Nov 1',
    ]);
    expect(days[1]?.getAttribute('aria-current')).toBe('date');
  });

  it('does a thing at its number, as soon as the screen is up', async () => {
    const { app } = await shown(promise('2026-11-20'), concern);
    await act(/Say who was told/);
    await waitFor(() => {
      fireEvent.keyDown(screen.getByRole('heading', { level: 1 }), { key: '2' });
      expect(app.router.route.value).toMatchObject({ name: 'promise', on: 'subject' });
    });
  });

  it('moves with the arrow keys, and stays at the ends', async () => {
    await shown(promise('2026-11-20'), promise('2026-11-24'));
    const [first, second] = await screen.findAllByRole('button', { name: /Keep a promise/ });
    const press = (key: string) =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
    press('ArrowDown');
    expect(document.activeElement).toBe(first);
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement).toBe(second);
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(first);
    press('j');
    expect(document.activeElement).toBe(second);
    press('k');
    expect(document.activeElement).toBe(first);
  });

  it('names people as lists do, and leads to them', async () => {
    const { app } = await shown(promise('2026-11-20'));
    fireEvent.click(await act(/^Open the record: Kit Vale$/));
    expect(app.router.route.value).toEqual({ name: 'subject', subject: subject.id });
  });

  it('takes in what is saved elsewhere, and gives the focus to what takes its place', async () => {
    const { services } = await shown(promise('2026-11-20'), promise('2026-11-23'));
    const [first] = await screen.findAllByRole('button', { name: /Keep a promise/ });
    first?.focus();
    const [held] = await services.store.query('promise', { dueOn: '2026-11-20' as PlainDate });
    if (!held) throw new Error('no promise');
    await services.store.commit({
      changes: [
        {
          kind: 'promise',
          record: held.id,
          parents: held.heads,
          set: { settled: 'kept', settledOn: '2026-11-24' as PlainDate },
        },
      ],
      reason: 'case-work',
    });
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: /Keep a promise/ })).toHaveLength(1),
    );
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: /Keep a promise/ })),
    );
  });

  it('says how many are due later, and leads to the diary', async () => {
    const { app } = await shown(promise('2027-03-01'));
    expect(await screen.findByText(/1 thing is due after that/)).toBeTruthy();
    fireEvent.click(await act(/Open the diary/));
    expect(app.router.route.value.name).toBe('diary');
  });

  it('shows a long list a part at a time', async () => {
    await shown(...Array.from({ length: 60 }, () => promise('2026-11-20')));
    expect(await screen.findAllByRole('button', { name: /Keep a promise/ })).toHaveLength(50);
    fireEvent.click(await act(/^Show 10 more$/));
    await waitFor(() =>
      expect(screen.getAllByRole('button', { name: /Keep a promise/ })).toHaveLength(60),
    );
  });

  it('teaches while nothing is due, and leads to the first enquiry', async () => {
    const { app } = await shown();
    expect(await screen.findByText('Nothing needs you today')).toBeTruthy();
    fireEvent.click(await act(/Take an enquiry/));
    expect(app.router.route.value.name).toBe('take-enquiry');
  });

  it('says when the clock of this computer cannot be right', async () => {
    const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
    const store = await createMemoryStore({ host, signer: testSigner() });
    await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
    await showShell({ store, today: '2025-11-24', start: { name: 'today' } });
    expect(
      await screen.findByText(
        /says that it is 24 November 2025, but your records were last saved on/,
      ),
    ).toBeTruthy();
  });

  it('says that it could not be worked out, and tries again', async () => {
    const { services, app } = await showShell({ start: { name: 'note' } });
    services.failNext('diary', new Error('not now'));
    app.router.go({ name: 'today' });
    expect(await screen.findAllByText(/could not be worked out/)).toBeTruthy();
    fireEvent.click(await act(/Try again/));
    expect(await screen.findByText('Nothing needs you today')).toBeTruthy();
  });
});

describe('a concern of which nobody was told', () => {
  const opens = async () => {
    const { services, app } = await shown(concern);
    fireEvent.click(await act(/Say who was told/));
    await screen.findByText('A worry');
    return { services, app };
  };

  it('is logged as looked at before it is shown', async () => {
    const { services } = await opens();
    expect(await services.store.audit()).toContainEqual(
      expect.objectContaining({ action: 'consultation', records: [concern.record as RecordId] }),
    );
  });

  it('asks who was told, and is not answered by nobody', async () => {
    const { services } = await opens();
    fireEvent.click(screen.getByLabelText('Nobody yet'));
    fireEvent.click(await act(/Save who was told/));
    await waitFor(() =>
      expect(document.querySelector('.govuk-error-message')?.textContent).toMatch(
        /stays on Today. Tell somebody/,
      ),
    );
    const [held] = await services.store.query('safeguardingConcern');
    expect(held?.value.told).toEqual(['nobody-yet']);
  });

  it('is no longer the danger on Today once somebody was told, and is to be reviewed', async () => {
    const { services } = await opens();
    fireEvent.click(screen.getByLabelText('Supervisor'));
    fireEvent.click(await act(/Save who was told/));
    expect(
      await screen.findByRole('button', { name: /^Review a safeguarding concern/ }),
    ).toBeTruthy();
    expect(screen.queryByText(/somebody may be in danger/)).toBeNull();
    const banner = screen.getByRole('alert');
    expect(within(banner).getByText(/You have recorded who was told/)).toBeTruthy();
    const [held] = await services.store.query('safeguardingConcern');
    expect(held?.value).toMatchObject({ told: ['supervisor'], toldAt: expect.any(String) });
  });
});

// @vitest-environment happy-dom
/** The date in the memory services: Tuesday 24 November 2026. */
import type { PlainDate } from '@cyber-prevent/core';
import {
  buildPromise,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./diary-view.js'), 60_000);
afterEach(cleanup);

const [ADA, WREN] = [buildSubject({ name: 'Ada Vael' }), buildSubject({ name: 'Wren Moss' })];

async function showDiary() {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  const promise = (subjectId: string, dueOn: string) =>
    newRecord(
      'promise',
      buildPromise({ subjectId, madeOn: '2026-11-02', dueOn: dueOn as PlainDate }),
    );
  await shown.services.store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', WREN),
      promise(ADA.id, '2026-11-20'),
      promise(WREN.id, '2026-11-26'),
      promise(WREN.id, '2026-12-30'),
    ],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'diary' });
  await screen.findByRole('table', { name: /Everything that is due/ });
  const names = () =>
    within(screen.getByRole('table', { name: /Everything that is due/ }))
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent?.split(':')[0]);
  return { ...shown, names };
}

describe('the diary', () => {
  it('has the person first, what is most pressing above, and what is later on request', async () => {
    const { names } = await showDiary();
    expect(names()).toEqual([expect.stringContaining('Ada'), expect.stringContaining('Wren')]);
    fireEvent.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(names()).toHaveLength(3);
  });

  it('has immediate danger first in every order, and no word of a concern', async () => {
    const { names, services } = await showDiary();
    const about = (what: string, riskNow: string) =>
      newRecord(
        'safeguardingConcern',
        buildSafeguardingConcern({ subjectId: undefined, what, riskNow, told: ['supervisor'] }),
      );
    await services.store.commit({
      changes: [about('She is afraid of a man.', 'concern'), about('He has a knife.', 'immediate')],
      reason: 'safeguarding',
    });
    await waitFor(() => expect(names()[0]).toBe('Nobody is named'));
    expect(document.querySelector('main')?.textContent).not.toMatch(/knife|afraid/);
    const sort = () =>
      fireEvent.click(
        within(screen.getByRole('columnheader', { name: /^Who/ })).getByRole('button'),
      );
    for (const press of [() => undefined, sort, sort]) {
      press();
      expect(names()[0]).toBe('Nobody is named');
      const [first] = document.querySelectorAll('tr[data-row]');
      expect(first?.textContent).toContain('Immediate danger: call 999');
    }
  });

  it('shows one day alone from the calendar beside it, and all days again', async () => {
    const { names } = await showDiary();
    fireEvent.click(screen.getByRole('button', { name: 'Thursday 26 November 2026: 1 entry' }));
    expect(names()).toEqual([expect.stringContaining('Wren')]);
    fireEvent.click(screen.getByRole('button', { name: 'Show every day' }));
    expect(names()).toHaveLength(2);
  });

  it('goes to the week before and after by a key, and back to this one', async () => {
    const { app } = await showDiary();
    const week = () =>
      within(screen.getByRole('region', { name: 'Week or month' }))
        .getByRole('table')
        .querySelector('caption')?.textContent;
    expect(week()).toBe('Week of 23 November 2026');
    const strikes = async (key: string, title: string) => {
      fireEvent.keyDown(document.body, { key });
      await waitFor(() => expect(week()).toBe(title));
    };
    await strikes('n', 'Week of 30 November 2026');
    await strikes('n', 'Week of 7 December 2026');
    await strikes('p', 'Week of 30 November 2026');
    await strikes('w', 'Week of 23 November 2026');
    fireEvent.click(screen.getByRole('button', { name: 'Previous week' }));
    expect(week()).toBe('Week of 16 November 2026');
    fireEvent.click(screen.getByRole('button', { name: 'This week' }));
    expect(week()).toBe('Week of 23 November 2026');
    expect(app.router.route.value).toEqual({ name: 'diary' });
  });

  it('opens an entry by the name alone, its reference as text below', async () => {
    const { services } = await showDiary();
    const referral = buildReferral({
      subjectId: ADA.id,
      reference: 'CC/2026/222',
      receivedOn: '2026-11-20',
    });
    await services.store.commit({
      changes: [newRecord('referral', referral)],
      reason: 'case-work',
    });
    const button = await screen.findByRole('button', {
      name: /^Ada Vael *: Decide on a referral$/,
    });
    expect(button.getAttribute('aria-describedby')).toBeTruthy();
    const row = button.closest('tr');
    expect(row?.querySelector('.cp-list__under')?.textContent).toBe('16, CC/2026/222');
    expect(button.textContent).not.toContain('CC/2026/222');
  });

  it('has the mark of danger and the age at every entry about the person in danger', async () => {
    const { services } = await showDiary();
    const concern = buildSafeguardingConcern({
      subjectId: WREN.id,
      riskNow: 'immediate',
      told: ['nobody-yet'],
    });
    await services.store.commit({
      changes: [newRecord('safeguardingConcern', concern)],
      reason: 'safeguarding',
    });
    const under = (name: RegExp) =>
      screen.getByRole('button', { name }).closest('tr')?.querySelector('.cp-list__under')
        ?.textContent;
    await waitFor(() =>
      expect(under(/^Wren Moss *: Keep a promise/)).toBe('Immediate danger: call 999 16'),
    );
    expect(under(/^Ada Vael *: Keep a promise/)).toBe('16');
  });

  it('has a month too, which is kept for this officer', async () => {
    const { services } = await showDiary();
    fireEvent.click(screen.getByRole('button', { name: 'Month' }));
    fireEvent.click(screen.getByRole('button', { name: 'Next month' }));
    expect(screen.getByText('December 2026')).toBeTruthy();
    screen.getByRole('button', { name: 'Wednesday 30 December 2026: 1 entry' });
    await waitFor(() => expect(services.work.held('list-calendar/diary')).toBe('month'));
  });

  it('is filtered by kind of work, and saves only what is shown as a calendar file', async () => {
    const { names } = await showDiary();
    fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
    fireEvent.click(screen.getByLabelText('Keep a promise (2)'));
    expect(names()).toHaveLength(2);
    expect(screen.getByText('2 of 2 entries')).toBeTruthy();
  });
});

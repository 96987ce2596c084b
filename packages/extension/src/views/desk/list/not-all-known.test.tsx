// @vitest-environment happy-dom
/** Lists while what is due, or a level, cannot be read: nobody is said to have nothing due, or no level. */
import type { PlainDate } from '@cyber-prevent/core';
import { buildPromise, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';
import { lastQuery } from './last-query.js';

beforeAll(
  () =>
    Promise.all([
      import('../subjects-view.js'),
      import('../people/people-view.js'),
      import('../../intake/referral/referrals-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael' });

async function showOverdue() {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  const { store } = shown.services;
  await store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('referral', buildReferral({ subjectId: ADA.id, reference: 'CC/2026/0417' })),
      newRecord(
        'promise',
        buildPromise({
          subjectId: ADA.id,
          madeOn: '2026-11-02',
          dueOn: '2026-11-20' as PlainDate,
        }),
      ),
    ],
    reason: 'case-work',
  });
  return shown;
}
const headings = () =>
  screen.getAllByRole('columnheader').map(({ textContent }) => textContent?.trim());

describe('while the diary cannot be read', () => {
  it('lists subjects without the columns that it gives, and says so', async () => {
    const { services, app } = await showOverdue();
    services.failNext('diary', new Error('The diary is torn'));
    app.router.go({ name: 'subjects' });
    await screen.findByText('Ada Vael');
    const said = await screen.findAllByText(/What is due, or the level, could not be read.*torn/);
    expect(said.length).toBeGreaterThan(0);
    await waitFor(() => expect(headings().join()).not.toContain('Due'));
    expect(headings().join()).not.toMatch(/Next|Reference|Status/);
    expect(headings().join()).toMatch(/Level.*Last contact/);
    expect(screen.queryByText('Nothing is due')).toBeNull();
  });

  it('finds nobody by a filter of what is due, and offers the list without it', async () => {
    const { services, app } = await showOverdue();
    app.router.go({ name: 'subjects' });
    await screen.findByText('Ada Vael');
    const overdue = {
      text: '',
      facets: { due: ['overdue'] },
      sort: 'name',
      isDescending: false,
    };
    lastQuery(app.session, 'subjects', overdue).value = overdue;
    app.router.go({ name: 'safeguarding' });
    services.failNext('diary', new Error('The diary is torn'));
    app.router.go({ name: 'subjects' });
    await screen.findAllByText(/could not be read.*torn/);
    expect(screen.queryByRole('table')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Clear the filters and show the list' }));
    expect(await screen.findByText('Ada Vael')).toBeTruthy();
  });

  it('does not say that nobody awaits a decision', async () => {
    const { services, app } = await showOverdue();
    services.failNext('diary', new Error('The diary is torn'));
    app.router.go({ name: 'referrals', show: 'identified' });
    await screen.findAllByText(/could not be read.*torn/);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByText(/Nobody/)).toBeNull();
  });
});

it.each([
  ['diary', /was not made.*torn/],
  ['rows', /was not made.*torn/],
] as const)('makes no paper of several people while %s cannot be read', async (verb, said) => {
  const { services, app } = await showOverdue();
  services.failNext(verb, new Error('The store is torn'));
  app.router.go({ name: 'people', subjects: [ADA.id] });
  expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: /Save as a table|Print/ })).toBeNull();
});

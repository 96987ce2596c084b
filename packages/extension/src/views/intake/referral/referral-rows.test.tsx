// @vitest-environment happy-dom
/** A row of the list of referrals: whose it is, where it is, and how far off the next thing is, in few words. */
import {
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./referrals-view.js'), 60_000);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-03-14' });

it('says each fact in the fewest words, and how many days off the decision is', async () => {
  const { services, app } = await showShell({ start: { name: 'settings' } });
  const referral = buildReferral({
    subjectId: ADA.id,
    reference: 'CC/2026/222',
    receivedOn: '2026-11-10',
    status: 'received',
    route: undefined,
  });
  await services.store.commit({
    changes: [newRecord('subject', ADA), newRecord('referral', referral)],
    reason: 'case-work',
  });
  app.router.go({ name: 'referrals' });
  const row = (await screen.findByRole('rowheader', { name: /^Ada Vael/ })).closest('tr');
  await waitFor(() =>
    expect([...(row?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Ada Vael16, born 14 March 2010, CC/2026/222',
      '10 Nov',
      'Received',
      'Decide on a referral',
      '5 working days overdueOverdue: 17 Nov',
      'Not recorded',
    ]),
  );
});

it('has the one of two people of one name who is in danger first, with the mark of danger', async () => {
  const other = buildSubject({ name: 'Ada Vael', bornOn: '2012-01-09' });
  const { services, app } = await showShell({ start: { name: 'settings' } });
  await services.store.commit({
    changes: [
      ...[ADA, other].flatMap((each) => [
        newRecord('subject', each),
        newRecord('referral', buildReferral({ subjectId: each.id, receivedOn: '2026-11-10' })),
      ]),
      newRecord(
        'safeguardingConcern',
        buildSafeguardingConcern({
          subjectId: other.id,
          riskNow: 'immediate',
          told: ['nobody-yet'],
        }),
      ),
    ],
    reason: 'safeguarding',
  });
  app.router.go({ name: 'referrals' });
  await waitFor(() => {
    const rows = screen.getAllByRole('rowheader', { name: /^Ada Vael/ });
    expect(rows.map(({ textContent }) => textContent?.replace(/, NCCU.*/, ''))).toEqual([
      'Ada VaelImmediate danger: call 999 14, born 9 January 2012',
      'Ada Vael16, born 14 March 2010',
    ]);
  });
});

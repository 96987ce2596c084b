// @vitest-environment happy-dom
/** A row of Today says the reference of the referral that it opens, and no other of the same person. */
import { buildRecord, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const SUBJECT = buildSubject({ name: 'Tobias Wren' });
const referral = (reference: string | undefined, receivedOn: string) =>
  buildReferral({ subjectId: SUBJECT.id, reference, receivedOn });

async function shown(...referrals: readonly ReturnType<typeof referral>[]) {
  const { services, app } = await showShell({ start: { name: 'note' } });
  const promised = { subjectId: SUBJECT.id, madeOn: '2026-11-02', dueOn: '2026-11-20' };
  await services.store.commit({
    changes: [
      newRecord('subject', SUBJECT),
      ...referrals.map((each) => newRecord('referral', each)),
      newRecord('promise', buildRecord('promise', promised)),
    ],
    reason: 'case-work',
  });
  app.router.go({ name: 'today' });
  await screen.findByText('Tuesday 24 November 2026');
  await waitFor(() => expect(document.querySelector('.cp-due')).not.toBeNull());
  const rows = () => [...document.querySelectorAll<HTMLElement>('.cp-due')];
  const rowOf = (what: RegExp, why = /./) => {
    const row = rows().find(
      ({ textContent }) => what.test(textContent ?? '') && why.test(textContent ?? ''),
    );
    if (!row) throw new Error(`No row says ${what}`);
    return row;
  };
  return { app, rowOf };
}
const reference = (row: HTMLElement) => row.querySelector('.cp-due__reference')?.textContent;

it('names each referral that is due, and opens that one', async () => {
  const [first, second] = [
    referral('CC/2026/222', '2026-11-02'),
    referral('CC/2026/333', '2026-11-20'),
  ];
  const { app, rowOf } = await shown(first, second);
  const row = rowOf(/Decide on a referral/, /2 November 2026/);
  expect(reference(row)?.trim()).toBe('CC/2026/222');
  fireEvent.click(within(row).getByRole('button', { name: /^Decide on a referral/ }));
  await waitFor(() =>
    expect(app.router.route.value).toMatchObject({ on: 'referral', record: first.id }),
  );
});

it('says none of a referral without one, whatever another of that person has', async () => {
  const { rowOf } = await shown(
    referral(undefined, '2026-11-02'),
    referral('CC/2026/333', '2026-11-20'),
  );
  expect(reference(rowOf(/Decide on a referral/, /2 November 2026/))).toBeUndefined();
});

it('says no reference of two where the row is about neither', async () => {
  const { rowOf } = await shown(
    referral('CC/2026/222', '2026-11-02'),
    referral('CC/2026/333', '2026-11-20'),
  );
  expect(reference(rowOf(/Keep a promise/))).toBeUndefined();
});

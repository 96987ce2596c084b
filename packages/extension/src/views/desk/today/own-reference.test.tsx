// @vitest-environment happy-dom
/** A row of Today says which referral of the person it opens, and no other of the same person. */
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
const told = (row: HTMLElement) =>
  [...row.querySelectorAll('.cp-due__reference, .cp-due__apart')]
    .map(({ textContent }) => textContent?.trim())
    .join();

it('names each referral that is due, and opens that one', async () => {
  const [first, second] = [
    referral('CC/2026/222', '2026-11-02'),
    referral('CC/2026/333', '2026-11-20'),
  ];
  const { app, rowOf } = await shown(first, second);
  const row = rowOf(/Decide on a referral/, /2 November 2026/);
  expect(told(row)).toBe('16, CC/2026/222');
  fireEvent.click(within(row).getByRole('button', { name: /^Decide on a referral/ }));
  await waitFor(() =>
    expect(app.router.route.value).toMatchObject({ on: 'referral', record: first.id }),
  );
});

it('says the day of a referral without one, whatever another of that person has', async () => {
  const { rowOf } = await shown(
    referral(undefined, '2026-11-02'),
    referral('CC/2026/333', '2026-11-20'),
  );
  expect(told(rowOf(/Decide on a referral/, /2 November 2026/))).toBe(
    '16, referred 2 November 2026',
  );
});

it('says no reference of two where the row is about neither', async () => {
  const { rowOf } = await shown(
    referral('CC/2026/222', '2026-11-02'),
    referral('CC/2026/333', '2026-11-20'),
  );
  expect(told(rowOf(/Keep a promise/))).toBe('');
});

it('says no reference of one where the row is about neither, and another has none', async () => {
  const { rowOf } = await shown(
    referral('CC/2026/222', '2026-11-02'),
    referral(undefined, '2026-11-20'),
  );
  expect(told(rowOf(/Keep a promise/))).toBe('');
});

it('says the person alone over all that is due for them', async () => {
  await shown(referral(undefined, '2026-11-02'), referral(undefined, '2026-11-02'));
  fireEvent.click(screen.getByRole('button', { name: 'Person' }));
  await screen.findByRole('heading', { level: 2, name: /^Tobias Wren ?\d*$/ });
});

it('says nothing of the only referral of a person where it has no reference', async () => {
  const { rowOf } = await shown(referral(undefined, '2026-11-02'));
  expect(told(rowOf(/Decide on a referral/))).toBe('');
});

it('parts two referrals of one person on one day by their order, and opens that one', async () => {
  const [first, second] = [referral(undefined, '2026-11-02'), referral(undefined, '2026-11-02')];
  const { app } = await shown(first, second);
  const all = () => screen.getAllByRole('button', { name: /^Decide on a referral/ });
  expect(new Set(all().map(({ textContent }) => textContent))).toEqual(
    new Set(
      ['1', '2'].map(
        (nth) =>
          `Decide on a referral: Tobias Wren, 16, referred 2 November 2026, ${nth} of 2 that day`,
      ),
    ),
  );
  const [earlier] = [first.id, second.id].toSorted();
  fireEvent.click(screen.getByRole('button', { name: /^Decide on.* 1 of 2 that day$/ }));
  await waitFor(() =>
    expect(app.router.route.value).toMatchObject({ on: 'referral', record: earlier }),
  );
});

it.each(['today', 'diary'] as const)(
  'parts two promises of the same words in %s by their order',
  async (at) => {
    const { services, app } = await showShell({ start: { name: 'note' } });
    const promised = {
      subjectId: SUBJECT.id,
      madeOn: '2026-11-02',
      dueOn: '2026-11-20',
    };
    await services.store.commit({
      changes: [
        newRecord('subject', SUBJECT),
        ...[1, 2].map(() => newRecord('promise', buildRecord('promise', promised))),
      ],
      reason: 'case-work',
    });
    app.router.go({ name: at });
    const all = await screen.findAllByRole('button', { name: /Keep a promise/ });
    expect(new Set(all.map(({ textContent }) => textContent?.match(/\d of .*this/)?.[0]))).toEqual(
      new Set(['1 of 2 like this', '2 of 2 like this']),
    );
  },
);

it('parts two concerns about nobody that were recorded in one minute', async () => {
  const { services, app } = await showShell({ start: { name: 'note' } });
  const concern = () =>
    buildRecord('safeguardingConcern', { subjectId: undefined, told: ['nobody-yet'] });
  await services.store.commit({
    changes: [concern(), concern()].map((each) => newRecord('safeguardingConcern', each)),
    reason: 'case-work',
  });
  app.router.go({ name: 'today' });
  await screen.findAllByText(/like this/);
  const rows = [...document.querySelectorAll('.cp-due')].map(({ textContent }) => textContent);
  expect(rows.length).toBeGreaterThan(1);
  expect(new Set(rows).size).toBe(rows.length);
});

// @vitest-environment happy-dom
/** Two people of one name, in every list that names somebody. */
import { createMemoryStore, type PlainDate, type RecordId } from '@cyber-prevent/core';
import {
  buildAssessment,
  buildIntelligenceNote,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
  testHost,
  testSigner,
} from '@cyber-prevent/core/testing';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const [one, other] = [
  buildSubject({ name: 'Ada Vael', bornOn: '2010-03-14' }),
  buildSubject({ name: 'Ada Vael', bornOn: undefined }),
];
const referral = (reference: string | undefined, receivedOn: string) =>
  newRecord(
    'referral',
    buildReferral({
      subjectId: one.id,
      receivedOn: receivedOn as PlainDate,
      reference,
      otherReferences: [],
    }),
  );

async function lists(to: Route, ...changes: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', one), newRecord('subject', other), ...changes],
    reason: 'case-work',
  });
  shown.app.router.go(to);
  await screen.findByRole('table');
}
/** The description that a screen reader gives after the name. */
const told = () =>
  screen
    .getAllByRole('button', { name: 'Ada Vael' })
    .map((button) => {
      const by = button.getAttribute('aria-describedby');
      return by && document.getElementById(by)?.textContent;
    })
    .toSorted();

it('tells them apart by date of birth and referral where both have a concern', async () => {
  await lists(
    { name: 'concerns' },
    ...[one, other].map(({ id }) =>
      newRecord('safeguardingConcern', buildSafeguardingConcern({ subjectId: id })),
    ),
    referral('CC/2026/0417', '2026-11-02'),
  );
  await waitFor(() =>
    expect(told()).toEqual([
      '16, born 14 March 2010, CC/2026/0417',
      'Date of birth not known, no referral',
    ]),
  );
});

it.each<[Route['name'], (subjectId: RecordId) => ReturnType<typeof newRecord>]>([
  [
    'concerns',
    (subjectId) => newRecord('safeguardingConcern', buildSafeguardingConcern({ subjectId })),
  ],
  ['assessments', (subjectId) => newRecord('assessment', buildAssessment({ subjectId }))],
  ['notes', (subjectId) => newRecord('intelligenceNote', buildIntelligenceNote({ subjectId }))],
])('says none of several dates of birth in the list of %s', async (name, about) => {
  const disputed = buildSubject({
    name: 'Ada Vael',
    bornOn: '2011-05-02',
    alsoRecorded: [
      { what: 'bornOn', date: '2008-03-14' as PlainDate, notedOn: '2026-11-02' as PlainDate },
    ],
  });
  await lists({ name } as Route, newRecord('subject', disputed), about(disputed.id));
  await waitFor(() => expect(told()).toEqual(['15 or 18, 2 dates of birth, no referral']));
});

it('tells apart those of one date of birth too, in their own list and in every other', async () => {
  const twin = buildSubject({ name: 'ADA  Vael', bornOn: '2010-03-14' });
  const concerns = [one, twin].map(({ id }) =>
    newRecord('safeguardingConcern', buildSafeguardingConcern({ subjectId: id })),
  );
  const read = () =>
    [...document.querySelectorAll('.cp-list__under')]
      .map(({ textContent }) => textContent)
      .toSorted();
  await lists({ name: 'concerns' }, newRecord('subject', twin), ...concerns);
  await waitFor(() =>
    expect(read()).toEqual([
      '16, born 14 March 2010, no referral, recorded on 24 November 2026, 1 of 2 alike',
      '16, born 14 March 2010, no referral, recorded on 24 November 2026, 2 of 2 alike',
    ]),
  );
  cleanup();
  await lists({ name: 'subjects' }, newRecord('subject', twin));
  await waitFor(() =>
    expect(read()).toEqual([
      'Recorded on 24 November 2026, 1 of 2 alike',
      'Recorded on 24 November 2026, 2 of 2 alike',
    ]),
  );
});

it('names the day of the first referral where the latest has no reference', async () => {
  await lists(
    { name: 'assessments' },
    newRecord('assessment', buildAssessment({ subjectId: one.id })),
    referral(undefined, '2026-11-02'),
  );
  await waitFor(() =>
    expect(told()).toEqual(['16, born 14 March 2010, first referred 2 November 2026']),
  );
});

it('says of each referral its own reference, not that of the latest', async () => {
  await lists(
    { name: 'referrals' },
    referral('CC/2026/0417', '2026-11-02'),
    referral('CC/2026/0101', '2026-01-12'),
  );
  await waitFor(() =>
    expect(told()).toEqual([
      '16, born 14 March 2010, CC/2026/0101',
      '16, born 14 March 2010, CC/2026/0417',
    ]),
  );
});

it('names a referral without a reference by its day, whatever another referral has', async () => {
  await lists(
    { name: 'referrals' },
    referral('CC/2026/0417', '2026-11-02'),
    referral(undefined, '2026-01-12'),
  );
  await waitFor(() =>
    expect(told()).toEqual([
      '16, born 14 March 2010, CC/2026/0417',
      '16, born 14 March 2010, referred 12 January 2026',
    ]),
  );
});

it('tells two referrals of one day without a reference apart, and counts all of that day', async () => {
  await lists(
    { name: 'referrals' },
    referral(undefined, '2026-01-12'),
    referral(undefined, '2026-01-12'),
    referral('CC/2026/0417', '2026-01-12'),
  );
  const unnamed = /^16, born 14 March 2010, referred 12 January 2026, [123] of 3 that day$/;
  await waitFor(() =>
    expect(told()).toEqual([
      '16, born 14 March 2010, CC/2026/0417',
      expect.stringMatching(unnamed),
      expect.stringMatching(unnamed),
    ]),
  );
  expect(new Set(told()).size).toBe(3);
});

const STATES = ['Received', 'Accepted', 'Refused'];

it('counts the referrals of one day in the order recorded, whatever their ids', async () => {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const { services, app } = await showShell({ store, start: { name: 'safeguarding' } });
  const of = (id: string, status: string) =>
    newRecord(
      'referral',
      buildReferral({
        id,
        subjectId: one.id,
        receivedOn: '2026-01-12',
        reference: undefined,
        otherReferences: [],
        status,
      }),
    );
  for (const change of [
    newRecord('subject', one),
    of('f0000000-0000-4000-8000-000000000001', 'received'),
    of('80000000-0000-4000-8000-000000000002', 'accepted'),
    of('00000000-0000-4000-8000-000000000003', 'declined'),
  ])
    await services.store.commit({ changes: [change], reason: 'case-work' });
  app.router.go({ name: 'referrals' });
  await waitFor(() => {
    const placed = screen.getAllByRole('rowheader').map((header) => {
      const [place] = header.textContent?.match(/\d of \d that day/) ?? [];
      const cells = [...(header.closest('tr')?.children ?? [])];
      return [place, STATES.find((state) => cells.some((cell) => cell.textContent === state))];
    });
    expect(placed.toSorted()).toEqual([
      ['1 of 3 that day', 'Received'],
      ['2 of 3 that day', 'Accepted'],
      ['3 of 3 that day', 'Refused'],
    ]);
  });
});

it('says the same day after another referral, and no reference of an earlier one for the latest', async () => {
  await lists(
    { name: 'assessments' },
    newRecord('assessment', buildAssessment({ subjectId: one.id })),
    referral('CC/2026/0101', '2026-01-12'),
    referral(undefined, '2026-11-02'),
  );
  await waitFor(() =>
    expect(told()).toEqual(['16, born 14 March 2010, first referred 12 January 2026']),
  );
});

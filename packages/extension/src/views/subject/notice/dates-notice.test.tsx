// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const NOTICE = 'Dates that contradict each other';

/** A case with one referral and contacts on these days; the second corrects the first. */
async function opens(...held: readonly string[]) {
  const subject = buildRecord('subject', {
    name: 'Kit Vale',
    bornOn: '2011-05-04' as PlainDate,
  });
  const of = { subjectId: subject.id };
  const [first, second] = held.map((heldOn) =>
    buildRecord('intervention', { ...of, heldOn: heldOn as PlainDate }),
  );
  const { services, app } = await showShell({ start: { name: 'safeguarding' } });
  await services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord(
        'referral',
        buildRecord('referral', { ...of, receivedOn: '2026-11-20' as PlainDate }),
      ),
      ...(first ? [newRecord('intervention', first)] : []),
      ...(first && second ? [newRecord('intervention', { ...second, corrects: first.id })] : []),
    ],
    reason: 'case-work',
  });
  app.router.go({ name: 'subject', subject: subject.id });
  await screen.findByText('Opening this page was logged.');
  return { app, subject, first };
}

it('tells of a first contact that is dated before the referral', async () => {
  await opens('2026-11-19');
  const notice = within(await screen.findByRole('region', { name: NOTICE }));
  notice.getByText(
    /^A contact is dated 19 November 2026, before the first referral was received, 20 November 2026\./,
  );
});

it('leads to the contact where it may be put right', async () => {
  const { app, subject, first } = await opens('2026-11-19');
  fireEvent.click(
    await screen.findByRole('button', { name: 'Correct the contact 19 November 2026' }),
  );
  expect(app.router.route.value).toEqual({
    name: 'intervention',
    subject: subject.id,
    corrects: first?.id,
  });
});

it('leads to the date of birth too, where a contact lies before it', async () => {
  const { app, subject } = await opens('2010-11-19');
  fireEvent.click(await screen.findByRole('button', { name: 'Correct the date of birth' }));
  expect(app.router.route.value).toEqual({
    name: 'detail',
    subject: subject.id,
    detail: 'bornOn',
    act: 'correct',
  });
});

it.each([
  ['fit each other', ['2026-11-20']],
  ['were put right by a later entry', ['2026-11-19', '2026-11-21']],
])('says nothing where the dates %s', async (_, held) => {
  await opens(...held);
  expect(screen.queryByRole('region', { name: NOTICE })).toBeNull();
});

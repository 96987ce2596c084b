// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const subject = buildRecord('subject', { name: 'Kit Vale' });
const subjectId = subject.id;
const promise = (dueOn: string) =>
  newRecord(
    'promise',
    buildRecord('promise', { subjectId, madeOn: '2026-11-02', dueOn: dueOn as PlainDate }),
  );
const closed = newRecord(
  'decision',
  buildRecord('decision', {
    subjectId,
    referralId: undefined,
    outcome: 'close',
    closureReason: 'no-further-concern',
    decidedOn: '2026-11-20',
  }),
);

/** Accepted, with its first contact made: nothing is due. */
const referral = buildRecord('referral', { subjectId, status: 'accepted' });
const accepted = [
  newRecord('referral', referral),
  newRecord(
    'decision',
    buildRecord('decision', {
      subjectId,
      referralId: referral.id,
      outcome: 'accept',
      decidedOn: '2026-11-20',
    }),
  ),
  newRecord('intervention', buildRecord('intervention', { subjectId, heldOn: '2026-11-23' })),
];

/** The date in the memory services: 24 November 2026. */
async function opens(...changes: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), ...changes],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subject', subject: subjectId });
  await screen.findByRole('heading', { level: 1, name: 'Kit Vale' });
  return shown;
}
const due = () => within(screen.getByRole('region', { name: 'Due' }));

describe('what is due on a case', () => {
  it('leads to what is most urgent first, and says how many days off it is', async () => {
    const { app } = await opens(promise('2026-12-01'), promise('2026-11-20'));
    const items = due().getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Keep a promise 2 working days overdue',
      'Keep a promise in 5 working days',
    ]);
    const [first] = due().getAllByRole('button', { name: 'Keep a promise' });
    if (first) fireEvent.click(first);
    expect(app.router.route.value).toMatchObject({ name: 'promise', record: subjectId });
  });

  it('says which of two referrals each decision is on, by reference or by day and referrer', async () => {
    const referrer = buildRecord('referrer', {
      name: 'Una Quill',
      role: undefined,
      organisation: 'Holm School',
    });
    const received = (over: object) =>
      newRecord('referral', buildRecord('referral', { subjectId, status: 'received', ...over }));
    const second = received({
      reference: undefined,
      receivedOn: '2026-11-10',
      referrerId: referrer.id,
    });
    const { app } = await opens(
      newRecord('referrer', referrer),
      received({ reference: 'CC/2026/222', receivedOn: '2026-11-02' }),
      second,
    );
    expect(due().getByRole('button', { name: 'Decide on a referral: CC/2026/222' })).toBeTruthy();
    fireEvent.click(
      due().getByRole('button', {
        name: 'Decide on a referral: received on 10 November 2026 from Una Quill, Holm School',
      }),
    );
    expect(app.router.route.value).toMatchObject({ name: 'decide', record: second.record });
  });

  it('lists the check before contact on its day, as the line about the person has it', async () => {
    const check = buildRecord('contactCheck', {
      subjectId,
      from: '2026-11-20' as PlainDate,
      acknowledged: [],
    });
    const { app } = await opens(newRecord('contactCheck', check));
    const [item] = due().getAllByRole('listitem');
    expect(item?.textContent).toMatch(/^Say that you will check with investigations.*2 working/);
    fireEvent.click(due().getByRole('button', { name: /^Say that you will check/ }));
    expect(app.router.route.value).toEqual({ name: 'ask-check', subject: subjectId });
  });

  it('says nothing more of the only referral', async () => {
    await opens(
      newRecord('referral', buildRecord('referral', { subjectId, receivedOn: '2026-11-02' })),
    );
    expect(due().getByRole('button', { name: 'Decide on a referral' })).toBeTruthy();
  });

  it('leaves to the diary what does not fit', async () => {
    const { app } = await opens(...[1, 2, 3, 4, 7].map((day) => promise(`2026-12-0${day}`)));
    expect(due().getAllByRole('button', { name: 'Keep a promise' })).toHaveLength(3);
    fireEvent.click(due().getByRole('button', { name: '2 more things due' }));
    expect(app.router.route.value).toEqual({ name: 'diary' });
  });

  it('offers the close of a case on which nothing is due', async () => {
    const { app } = await opens();
    fireEvent.click(due().getByRole('button', { name: 'Close the case' }));
    expect(app.router.route.value).toEqual({ name: 'close-case', subject: subjectId });
  });

  it('of an accepted case proposes an assessment and a plan before any close', async () => {
    const { app } = await opens(...accepted);
    expect(screen.queryByRole('button', { name: 'Close the case' })).toBeNull();
    fireEvent.click(due().getByRole('button', { name: 'Make a plan' }));
    expect(app.router.route.value).toEqual({ name: 'plan', subject: subjectId, form: 'make' });
    app.router.back();
    fireEvent.click(await screen.findByRole('button', { name: 'Start an assessment' }));
    expect(app.router.route.value).toEqual({ name: 'assess', subject: subjectId });
  });

  it('offers the close of an accepted case once it is assessed and has had a plan', async () => {
    await opens(
      ...accepted,
      newRecord(
        'plan',
        buildRecord('plan', { subjectId, ended: 'completed', endedOn: '2026-11-20' }),
      ),
      newRecord(
        'assessment',
        buildRecord('assessment', {
          subjectId,
          assessedOn: '2026-11-20',
          noLevel: undefined,
          levels: [{ id: 'low', label: 'Low' }],
          signedAt: '2026-11-20T10:00:00.000Z',
          signedBy: subjectId,
        }),
      ),
    );
    expect(due().getByRole('button', { name: 'Close the case' })).toBeTruthy();
    expect(due().queryByRole('button', { name: 'Start an assessment' })).toBeNull();
  });

  it('of a closed case offers the review that is due, and no other close', async () => {
    await opens(closed);
    expect(
      due().getByRole('button', { name: 'Review whether a case is still needed' }),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Close the case' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Open the case again' })).toBeTruthy();
  });
});

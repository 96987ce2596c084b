// @vitest-environment happy-dom
/** Closing, holding, reviewing and disposing, by role and label; their results are read back from the store. */
import type { PlainDate, RecordId, RecordStore } from '@cyber-prevent/core';
import {
  buildHold,
  buildRecord,
  buildReferral,
  buildSubject,
  endCase,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import type { MemoryServicesOptions } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(async () => {
  await Promise.all([
    import('./close-view.js'),
    import('./hold-view.js'),
    import('./review-case-view.js'),
    import('./retention-view.js'),
    import('./dispose-view.js'),
  ]);
}, 60_000);
afterEach(cleanup);

/** Presses the button with these words, or their beginning: a button that saves also names the person. */
const presses = async (words: string) =>
  fireEvent.click(
    await screen.findByRole('button', {
      name: (said) => said === words || said === `${words} for Petra Lindqvist`,
    }),
  );
const types = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

/** A person on record, and one of the screens about them. */
async function shows(
  to: (subject: RecordId) => Route,
  options: MemoryServicesOptions = {},
  records: (subject: RecordId) => readonly ReturnType<typeof newRecord>[] = () => [],
  then: (store: RecordStore, subject: RecordId) => Promise<unknown> = async () => undefined,
) {
  const shown = await showShell(options);
  const subject = buildSubject({ name: 'Petra Lindqvist', categories: [] });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), ...records(subject.id)],
    reason: 'case-work',
  });
  await then(shown.services.store, subject.id);
  shown.app.router.go(to(subject.id));
  return { ...shown, subject, store: shown.services.store };
}

const closing = (subjectId: RecordId) =>
  buildRecord('decision', {
    subjectId,
    outcome: 'close',
    closureReason: 'completed',
    decidedOn: '2026-11-24',
  });

describe('a case', () => {
  it('is closed with why and a reason, and opened again', async () => {
    const { store, app, subject } = await shows((id) => ({ name: 'close-case', subject: id }));
    await heading('Close the case');
    await presses('Close the case');
    const problems = within(await screen.findByRole('alert'));
    expect(problems.getByRole('button', { name: 'Select why the case is closed' })).toBeDefined();
    expect(problems.getByRole('button', { name: 'Enter the reason' })).toBeDefined();
    expect(await store.query('decision')).toEqual([]);
    fireEvent.change(screen.getByLabelText('Why it is closed'), { target: { value: 'completed' } });
    types('Reason', 'The plan is done.');
    await presses('Close the case');
    await screen.findByText(
      'The case is closed. The retention review of Petra Lindqvist is in the diary.',
    );
    expect(await store.query('decision')).toMatchObject([
      { value: { outcome: 'close', closureReason: 'completed', subjectId: subject.id } },
    ]);
    app.router.go({ name: 'close-case', subject: subject.id });
    await heading('Open the case again');
  });

  it('is not offered for closing while a safeguarding concern is open, and leads to the concern', async () => {
    const { app, subject } = await shows(
      (id) => ({ name: 'close-case', subject: id }),
      {},
      (subjectId) => [
        newRecord('safeguardingConcern', buildRecord('safeguardingConcern', { subjectId })),
      ],
    );
    await heading('Close the case');
    await screen.findByRole('heading', { level: 2, name: 'The case cannot be closed now' });
    await screen.findByText('A safeguarding concern is open. Close it first, then close the case.');
    expect(screen.queryByLabelText('Why it is closed')).toBeNull();
    await presses('Open the safeguarding concerns');
    expect(app.router.route.value).toEqual({
      name: 'subject',
      subject: subject.id,
      section: 'concerns',
    });
  });

  it('says what is still open before the form, each with its way', async () => {
    const { app, store, subject } = await shows(
      (id) => ({ name: 'close-case', subject: id }),
      {},
      (subjectId) => [
        newRecord(
          'promise',
          buildRecord('promise', { subjectId, madeOn: '2026-11-20', dueOn: '2026-12-01' }),
        ),
      ],
    );
    const title = await screen.findByRole('heading', { level: 2, name: 'Still open' });
    const box = screen.getByLabelText('Why it is closed');
    expect(title.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
    fireEvent.change(box, { target: { value: 'completed' } });
    types('Reason', 'The plan is done.');
    await presses('Close the case');
    await screen.findAllByText('Say that you have seen what is still open');
    expect(await store.query('decision')).toEqual([]);
    await presses('Deal with it Keep a promise');
    expect(app.router.route.value).toMatchObject({ name: 'promise', record: subject.id });
  });

  it('is reviewed with what calls for it in sight, and the review can be taken back where it is said', async () => {
    const { store } = await shows(
      (id) => ({ name: 'review-case', subject: id }),
      {},
      (subjectId) => [
        newRecord(
          'participation',
          buildRecord('participation', { subjectId, withdrawnOn: '2026-11-20' as PlainDate }),
        ),
      ],
    );
    await heading('Review the case');
    await screen.findByText(/withdr/i);
    await presses('Save the review');
    await screen.findByRole('alert');
    types('Reason', 'Nothing more is done without their word.');
    await presses('Save the review');
    await screen.findByText('The review of the case was saved for Petra Lindqvist');
    expect(await store.query('decision')).toMatchObject([{ value: { outcome: 'reviewed' } }]);
    await presses('Undo this save');
    await waitFor(async () => expect(await store.query('decision')).toEqual([]));
  });

  it('is held, and the hold is only lifted by somebody', async () => {
    const { store } = await shows(
      (id) => ({ name: 'hold', subject: id, hold: HOLD }),
      {},
      (subjectId) => [
        newRecord('hold', buildHold({ id: HOLD, subjectId, reviewDueOn: '2026-11-23' })),
      ],
    );
    await heading('Keep or lift the hold for Petra Lindqvist');
    expect(screen.getByText(/The review was due on Monday 23 November 2026/)).toBeDefined();
    await presses('Keep the hold');
    await screen.findByRole('alert');
    expect((await store.get('hold', HOLD))?.value.reviewDueOn).toBe('2026-11-23');
    await presses('Lift the hold');
    await screen.findByText('The hold is lifted for Petra Lindqvist');
    expect((await store.get('hold', HOLD))?.value.liftedOn).toBe('2026-11-24');
  });
});

describe('a retention review', () => {
  it('names each question that is not answered, in the order of the screen, and where its box is', async () => {
    const { store } = await shows((id) => ({ name: 'retention', subject: id }));
    await heading('How long the case is kept');
    await screen.findByRole('group', { name: /^1\. Is there evidence/ });
    await presses('Save the review');
    const problems = within(await screen.findByRole('alert')).getAllByRole('button');
    expect(problems[0]?.textContent).toBe('Question 1: select yes, no or not known');
    expect(problems.slice(-2).map(({ textContent }) => textContent)).toEqual([
      'Select whether to retain or dispose',
      'Enter the rationale',
    ]);
    expect(await store.query('retentionReview')).toEqual([]);
  });

  it('names the questions that one press answers with no, and still asks why of each', async () => {
    const { store, subject } = await shows(
      (id) => ({ name: 'retention', subject: id }),
      {},
      () => [],
      (held, subjectId) =>
        held.commit({ changes: [newRecord('decision', closing(subjectId))], reason: 'case-work' }),
    );
    await heading('How long the case is kept');
    const first = within(await screen.findByRole('group', { name: /^1\. Is there evidence/ }));
    fireEvent.click(first.getByLabelText('Not known'));
    const open = screen.getByText(/You answer no, in your own name, to:$/).nextElementSibling;
    expect(open?.querySelectorAll('li')).toHaveLength(5);
    expect(open?.textContent).toContain('2. Are there concerns about children');
    expect(open?.textContent).not.toContain('1. Is there evidence');
    await presses('Answer no to questions 2, 3, 4, 5 and 6');
    await screen.findByText(/^You have answered no to questions 2, 3, 4, 5 and 6\./);
    expect(first.getByLabelText<HTMLInputElement>('Not known').checked).toBe(true);
    const reasons = screen.getAllByLabelText<HTMLTextAreaElement>('Why');
    expect(document.activeElement).toBe(reasons[0]);
    fireEvent.click(screen.getByLabelText('Dispose'));
    types('Rationale', 'The work is done.');
    await presses('Save the review');
    await screen.findByRole('button', { name: 'Question 2: enter why' });
    expect(await store.query('retentionReview')).toEqual([]);
    for (const box of reasons) fireEvent.input(box, { target: { value: 'Nothing says so.' } });
    await presses('Save the review');
    await heading('Destroy everything held about Petra Lindqvist?');
    const [review] = await store.query('retentionReview', { subjectId: subject.id });
    expect(review?.value.answers.map(({ answer }) => answer)).toEqual([
      'unknown',
      ...reasons.slice(1).map(() => 'no'),
    ]);
  });

  it('says before the questions that an open case cannot be disposed of', async () => {
    await shows((id) => ({ name: 'retention', subject: id }));
    await screen.findByRole('heading', { level: 2, name: 'The case cannot be disposed of now' });
    expect(screen.getByText(/come from general knowledge/)).toBeDefined();
  });

  it('goes by the periods of the force where its policy has some', async () => {
    const period = {
      group: 'not-suspected',
      clearYears: 9,
      status: 'found',
      source: 'Force schedule',
    } as const;
    await shows((id) => ({ name: 'retention', subject: id }), {
      policy: { fips: false, retention: [period] },
    });
    await heading('How long the case is kept');
    await screen.findByText(/reviewed after 9 years/);
    expect(screen.getByText('Read in a public source')).toBeDefined();
    expect(screen.queryByText(/come from general knowledge/)).toBeNull();
  });

  it('keeps the group that an officer chose, with the reason', async () => {
    const { store } = await shows((id) => ({ name: 'retention', subject: id }));
    await heading('How long the case is kept');
    fireEvent.click(await screen.findByText('Choose the group'));
    fireEvent.click(screen.getByLabelText('Group 3: all other offences'));
    types('Why this group', 'An offence under the Computer Misuse Act.');
    await presses('Save the group');
    await screen.findByText('The group was saved for Petra Lindqvist');
    expect(await store.query('retention')).toMatchObject([{ value: { group: 'group-3' } }]);
    await screen.findByText('Choose another group');
  });
});

describe('a disposal', () => {
  it('names the person, says what stands in the way and offers nothing to destroy', async () => {
    const { app, store, subject } = await shows(
      (id) => ({ name: 'dispose', subject: id }),
      {},
      (subjectId) => [newRecord('hold', buildHold({ subjectId, reviewDueOn: '2027-03-14' }))],
    );
    await heading('Dispose of the case');
    await screen.findByRole('heading', { name: 'Why you cannot dispose of it now' });
    expect(screen.getAllByText('Petra Lindqvist')).not.toHaveLength(0);
    expect(screen.getByText(/A hold has been in place since/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Destroy all of this/ })).toBeNull();
    const [hold] = await store.query('hold');
    for (const [name, to] of [
      ['Review or lift', { name: 'hold', subject: subject.id, hold: hold?.id }],
      ['Review or choose the group', { name: 'retention', subject: subject.id }],
    ] as const) {
      await presses(name);
      expect(app.router.route.value).toEqual(to);
      app.router.go({ name: 'dispose', subject: subject.id });
    }
    await presses('Back to the person');
    await waitFor(async () => expect(await store.get('subject', subject.id)).toBeDefined());
  });
});

it('a hold on somebody else that keeps part of a case is said before it is destroyed, and leads to them', async () => {
  const corin = buildSubject({ name: 'Corin Vael' });
  const { app } = await shows(
    (id) => ({ name: 'dispose', subject: id }),
    {},
    () => [newRecord('subject', corin), newRecord('hold', buildHold({ subjectId: corin.id }))],
    async (store, subject) => {
      const contact = buildRecord('intervention', { subjectId: corin.id });
      const { revisions } = await store.commit({
        changes: [newRecord('intervention', contact)],
        reason: 'case-work',
      });
      const moved = { kind: 'intervention', record: contact.id, parents: revisions } as const;
      await store.commit({
        changes: [{ ...moved, set: { subjectId: subject } }],
        reason: 'correction',
      });
      await endCase(store, subject, '2026-11-24' as PlainDate);
    },
  );
  await screen.findByText(
    /^A hold on the record of Corin Vael \(born [^)]+\) keeps part of this case: .*: 1\./,
  );
  expect(screen.queryByRole('button', { name: /^Destroy all of this/ })).toBeNull();
  await presses('Review or lift');
  expect(app.router.route.value).toEqual({
    name: 'subject',
    subject: corin.id,
    section: 'keeping',
  });
});

it('a case is destroyed only once its page was read and its reference copied out', async () => {
  const { store, subject } = await shows(
    (id) => ({ name: 'dispose', subject: id }),
    {},
    (subjectId) => [newRecord('referral', buildReferral({ subjectId, reference: 'CP-0042' }))],
    (held, subjectId) => endCase(held, subjectId, '2026-11-24' as PlainDate),
  );
  await heading('Destroy everything held about Petra Lindqvist?');
  const page = screen.getByRole('main').textContent;
  for (const words of ['CP-0042', 'Subject: 1', 'Referral: 1', 'Petra Lindqvist, recorded on'])
    expect(page).toContain(words);
  await presses('Destroy all of this about Petra Lindqvist');
  await screen.findAllByText('Enter CP-0042 to confirm');
  expect(await store.get('subject', subject.id)).toBeDefined();
  types(/^Reference to confirm/, 'cp-0042');
  await presses('Destroy all of this about Petra Lindqvist');
  await heading('The case is disposed of');
  expect(await store.query('subject')).toEqual([]);
});

const HOLD = '0d000000-0000-4000-8000-000000000001' as RecordId;

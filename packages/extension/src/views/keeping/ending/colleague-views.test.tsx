// @vitest-environment happy-dom
/** Requests between colleagues. */
import { type PlainDate, writtenDate } from '@cyber-prevent/core';
import {
  buildAssessment,
  buildRecord,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { COLLEAGUE, held, presses } from '../../../testing/colleagues-under-test.js';
import { TEST_OFFICER } from '../../../testing/memory-services.js';

beforeAll(async () => {
  await Promise.all([
    import('./asked-view.js'),
    import('./handover-view.js'),
    import('../second-officer/second-officer-view.js'),
  ]);
}, 60_000);
afterEach(cleanup);

describe('a request of a colleague', () => {
  it('is answered with a reason where the answer is no, and the answer is the officer’s own', async () => {
    const { store, app, subject } = await held();
    const request = buildRecord('colleagueRequest', {
      subjectId: subject.id,
      kind: 'handover',
      from: COLLEAGUE,
      to: TEST_OFFICER.id,
    });
    await store.commit({
      changes: [newRecord('colleagueRequest', request)],
      reason: 'case-work',
    });
    app.router.go({ name: 'asked-of-me' });
    const form = within(await screen.findByRole('form', { name: 'Petra Lindqvist' }));
    fireEvent.click(form.getByLabelText('Decline'));
    fireEvent.click(form.getByRole('button', { name: 'Save my answer for Petra Lindqvist' }));
    await screen.findByRole('alert');
    expect((await store.get('colleagueRequest', request.id))?.value.answer).toBeUndefined();
    fireEvent.input(form.getByLabelText(/Reason/), { target: { value: 'Not in my area.' } });
    fireEvent.click(form.getByRole('button', { name: 'Save my answer for Petra Lindqvist' }));
    await screen.findByText('Nothing is waiting for your answer.');
    expect(await store.get('colleagueRequest', request.id)).toMatchObject({
      updatedBy: TEST_OFFICER.id,
      value: { answer: 'declined', answerReason: 'Not in my area.' },
    });
  });
});

describe('a request that is returned', () => {
  it('needs what the colleague wants to know, and is not said to be a no', async () => {
    const { store, app, subject } = await held();
    const request = buildRecord('colleagueRequest', {
      subjectId: subject.id,
      kind: 'review-closure',
      from: COLLEAGUE,
      to: TEST_OFFICER.id,
    });
    await store.commit({ changes: [newRecord('colleagueRequest', request)], reason: 'case-work' });
    app.router.go({ name: 'second-officer', request: request.id });
    const form = within(await screen.findByRole('form', { name: 'Petra Lindqvist' }));
    fireEvent.click(form.getByLabelText('Return it without a decision'));
    fireEvent.click(form.getByRole('button', { name: /^Save my answer/ }));
    await screen.findAllByText('Enter what you need to know, or why you cannot decide');
    fireEvent.input(form.getByLabelText(/Reason/), { target: { value: 'Which school is it?' } });
    fireEvent.click(form.getByRole('button', { name: /^Save my answer/ }));
    await screen.findByText(/^Returned without a decision, .+\. Which school is it\?$/);
    expect(screen.queryByText(/Not agreed/)).toBeNull();
    expect((await store.get('colleagueRequest', request.id))?.value.answer).toBe('returned');
  });
});

describe('the message that an answer was saved', () => {
  async function answers() {
    const { store, app, subject } = await held();
    const asked = (fromName: string) =>
      buildRecord('colleagueRequest', {
        subjectId: subject.id,
        kind: 'handover',
        from: COLLEAGUE,
        fromName,
        askedOn: '2026-11-20',
        to: TEST_OFFICER.id,
      });
    const [one, other] = [asked('DC Ada Quill'), asked('DC Ivo Marsh')];
    await store.commit({
      changes: [newRecord('colleagueRequest', one), newRecord('colleagueRequest', other)],
      reason: 'case-work',
    });
    app.router.go({ name: 'asked-of-me' });
    const cards = () => screen.findAllByRole('article', { name: 'Petra Lindqvist' });
    await waitFor(async () => expect(await cards()).toHaveLength(2));
    const cardOf = async (name: string) => {
      const card = (await cards()).find(({ textContent }) => textContent?.includes(name));
      if (!card) throw new Error(`no card of ${name}`);
      return within(card);
    };
    const card = await cardOf('DC Ada Quill');
    fireEvent.click(card.getByLabelText('Accept'));
    fireEvent.click(card.getByRole('button', { name: /^Save my answer/ }));
    await screen.findByText(
      /^Your answer was saved, signed with your key: .+\. .+: Petra Lindqvist$/,
    );
    screen.getByText(/^You answered DC Ada Quill, who asked on 20 November 2026\./);
    return { app, other, cardOf };
  }
  const said = () => screen.queryByText(/^Your answer was saved/);

  it('says which request and whom it answers, and goes once another is begun', async () => {
    const { cardOf } = await answers();
    fireEvent.click((await cardOf('DC Ivo Marsh')).getByLabelText('Accept'));
    await waitFor(() => expect(said()).toBeNull());
  });

  it('is not above another request about the same person, however late it comes', async () => {
    const { app, other } = await answers();
    const late = app.session.said.value;
    if (!late) throw new Error('nothing was said');
    app.router.go({ name: 'second-officer', request: other.id });
    await screen.findByRole('heading', { level: 1, name: /./ });
    app.session.say(late);
    await screen.findByText(/DC Ivo Marsh/);
    expect(said()).toBeNull();
  });
});

describe('a request about one of two people of a name', () => {
  it('says the birth and the reference, and names the person on its button', async () => {
    const { store, app, subject } = await held();
    const namesake = buildSubject({ name: 'Petra Lindqvist', bornOn: '2011-09-02' });
    const referral = buildReferral({ subjectId: subject.id, reference: 'CC/2026/417' });
    const asked = ['handover', 'review-closure'].map((kind) =>
      newRecord(
        'colleagueRequest',
        buildRecord('colleagueRequest', {
          subjectId: subject.id,
          kind,
          from: COLLEAGUE,
          to: TEST_OFFICER.id,
        }),
      ),
    );
    await store.commit({
      changes: [newRecord('subject', namesake), newRecord('referral', referral), ...asked],
      reason: 'case-work',
    });
    app.router.go({ name: 'asked-of-me' });
    const born = writtenDate(subject.bornOn as PlainDate);
    await waitFor(() =>
      expect(screen.getAllByText(new RegExp(`^\\d+, born ${born}, CC/2026/417$`))).toHaveLength(2),
    );
    screen.getByRole('button', { name: /^Save my answer for Petra Lindqvist/ });
    screen.getByRole('button', { name: /^Read it and answer for Petra Lindqvist/ });
    expect(screen.queryByText(/2 September 2011/)).toBeNull();
  });
});

describe('a level that the officer proposed', () => {
  it('is not offered to be confirmed by that officer, who reads why before anything is asked', async () => {
    const { store, app, subject } = await held();
    const assessment = buildAssessment({
      subjectId: subject.id,
      override: {
        level: 'high',
        levelLabel: 'High',
        reason: 'A threat that no item asks about.',
        proposedBy: TEST_OFFICER.id,
        proposedAt: '2026-11-24T09:00:00.000Z',
      },
    });
    const request = buildRecord('colleagueRequest', {
      subjectId: subject.id,
      kind: 'second-officer',
      about: assessment.id,
      from: COLLEAGUE,
      to: TEST_OFFICER.id,
    });
    await store.commit({
      changes: [newRecord('assessment', assessment), newRecord('colleagueRequest', request)],
      reason: 'case-work',
    });
    app.router.go({ name: 'second-officer', request: request.id });
    await screen.findByText(/^You cannot confirm this level, because you proposed it/);
    await screen.findByLabelText('Return it without a decision');
    for (const name of ['Agreed', 'Not agreed']) expect(screen.queryByLabelText(name)).toBeNull();
  });
});

describe('the button of the act that the screen of requests is for', () => {
  const first = () =>
    [...document.querySelectorAll('.govuk-button')]
      .filter(({ className }) => className === 'govuk-button')
      .map(({ textContent }) => textContent);

  it('is the answer while one waits, the file of the answers after it, and none among several', async () => {
    const { store, app, subject } = await held();
    const asked = (kind: string, more: object = {}) =>
      newRecord(
        'colleagueRequest',
        buildRecord('colleagueRequest', {
          subjectId: subject.id,
          kind,
          from: COLLEAGUE,
          to: TEST_OFFICER.id,
          ...more,
        }),
      );
    const answered = { answer: 'accepted', answeredOn: '2026-11-24' };
    const shows = async (...requests: readonly ReturnType<typeof asked>[]) => {
      app.router.go({ name: 'today' });
      if (requests.length > 0) await store.commit({ changes: requests, reason: 'case-work' });
      app.router.go({ name: 'asked-of-me' });
      await screen.findByRole('button', { name: 'Ask a colleague' });
    };
    await shows();
    await waitFor(() => expect(first()).toEqual(['Ask a colleague']));
    await shows(asked('handover', answered));
    await waitFor(() => expect(first()).toEqual(['Make the file with the answers']));
    await shows(asked('handover'));
    await waitFor(() => expect(first()).toEqual(['Save my answer for Petra Lindqvist']));
    await shows(asked('review-closure'));
    await waitFor(() => expect(first()).toEqual([]));
  });
});

describe('asking a colleague', () => {
  it('is about the person whose page it is asked from, and lists nobody else', async () => {
    const { app, store, subject } = await held();
    const others = Array.from({ length: 20 }, (_, nth) =>
      buildRecord('subject', { name: `Person ${nth} Vael` }),
    );
    await store.commit({
      changes: others.map((other) => newRecord('subject', other)),
      reason: 'case-work',
    });
    app.router.go({ name: 'handover', subject: subject.id });
    await screen.findByRole('heading', { name: 'Ask a colleague about Petra Lindqvist' });
    expect(screen.queryByRole('group', { name: 'Which cases?' })).toBeNull();
    expect(screen.queryByText(/Vael/)).toBeNull();
  });

  it('asks only what is chosen, and once, however often the button is pressed while the case is gathered', async () => {
    const { store, app, services, subject } = await held();
    app.router.go({ name: 'handover', subject: subject.id });
    const card = await screen.findByLabelText<HTMLInputElement>('Your colleague’s card');
    Object.defineProperty(card, 'files', { value: [new File(['{}'], 'card.json')] });
    fireEvent.change(card);
    fireEvent.click(await screen.findByLabelText(/^We read all of the digits/));
    for (const [label, value] of [
      ['Where is it going?', 'rocu'],
      ['Why is it disclosed?', 'case-work'],
    ] as const)
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    fireEvent.input(screen.getByLabelText('Who receives it?'), { target: { value: 'DS Marlow' } });
    await presses('Make the file for your colleague about Petra Lindqvist');
    await screen.findByRole('button', { name: 'Select what you are asking' });
    expect(services.exchange.asked).toEqual([]);
    fireEvent.change(screen.getByLabelText('What are you asking?'), {
      target: { value: 'handover' },
    });
    await presses('Make the file for your colleague about Petra Lindqvist');
    fireEvent.submit(card);
    await screen.findByText(/^The file was made and the disclosure logged/);
    await waitFor(() => expect(app.router.route.value).toEqual({ name: 'asked-of-me' }));
    expect(services.exchange.asked).toHaveLength(1);
    expect(await store.query('colleagueRequest')).toHaveLength(1);
  });
});

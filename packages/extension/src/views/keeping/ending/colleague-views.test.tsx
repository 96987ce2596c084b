// @vitest-environment happy-dom
/** Requests between colleagues, and notices to recipients of corrected values. */
import {
  createMemoryStore,
  type PlainDate,
  PreventError,
  type RecordId,
  type RecordStore,
  writtenDate,
} from '@cyber-prevent/core';
import {
  buildAssessment,
  buildRecord,
  buildReferral,
  buildSubject,
  newRecord,
  testHost,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TEST_OFFICER } from '../../../testing/memory-services.js';
import { memorySigner } from '../../../testing/memory-signer.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(async () => {
  await Promise.all([
    import('./asked-view.js'),
    import('./correction-view.js'),
    import('./handover-view.js'),
    import('../second-officer/second-officer-view.js'),
    import('../../person/detail-view.js'),
  ]);
}, 60_000);
afterEach(cleanup);

const presses = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }));

const types = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

/** Fills in the officer's source, then saves. */
async function tellsAndSaves(): Promise<void> {
  const told = within(screen.getByRole('group', { name: 'How you know' }));
  const [statement] = told.getAllByRole('radio');
  if (statement) fireEvent.click(statement);
  types(/^How you learned it/, 'Telephone call');
  types(/^Who told you/, 'Ottilie Brandt');
  types(/^Day/, '24');
  types(/^Month/, '11');
  types(/^Year/, '2026');
  types(/^Time/, '08:30');
  fireEvent.click(await screen.findByRole('button', { name: / for Petra Lindqvist$/ }));
  await screen.findByText(/^The person’s record was changed/);
}

/** A store whose clock advances: time orders the correction and the disclosure. */
async function held(as: (store: RecordStore) => RecordStore = (store) => store) {
  const signer = await memorySigner(TEST_OFFICER.id);
  const store = as(await createMemoryStore({ host: testHost(), signer }));
  const shown = await showShell({ store });
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  return { ...shown, store, subject };
}

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
    await screen.findByText(/^Your answer was saved, signed with your key\. .+: Petra Lindqvist$/);
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
    await screen.findByLabelText('Not agreed');
    expect(screen.queryByLabelText('Agreed')).toBeNull();
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

describe('several people from the list', () => {
  async function asking(as?: Parameters<typeof held>[0]) {
    const shown = await held(as);
    const people = ['Ada Vael', 'Ivo Quill', 'Wren Moss'].map((name) => buildSubject({ name }));
    await shown.store.commit({
      changes: people.map((each) => newRecord('subject', each)),
      reason: 'case-work',
    });
    const [ada, ivo, wren] = people.map(({ id }) => id) as [RecordId, RecordId, RecordId];
    const opens = async (...cases: readonly RecordId[]) => {
      shown.app.router.go({ name: 'handover', ask: 'handover', cases });
      const group = within(await screen.findByRole('group', { name: 'Which cases?' }));
      await waitFor(() => expect(group.getAllByRole('checkbox')).toHaveLength(cases.length));
      return group;
    };
    const makes = () => presses('Make the file for your colleague');
    const value = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
    const takesCard = async () => {
      const card = await screen.findByLabelText<HTMLInputElement>('Your colleague’s card');
      Object.defineProperty(card, 'files', { value: [new File(['{}'], 'card.json')] });
      fireEvent.change(card);
      fireEvent.click(await screen.findByLabelText(/^We read all of the digits/));
    };
    return { ...shown, ada, ivo, wren, opens, makes, value, takesCard };
  }

  it('are handed over to the colleague of the card, and nobody else is shown', async () => {
    const { ada, wren, opens, makes, takesCard, value, services } = await asking();
    const group = await opens(ada, wren);
    expect(group.queryByText(/Ivo Quill|Petra Lindqvist/)).toBeNull();
    expect(group.getAllByRole<HTMLInputElement>('checkbox').every(({ checked }) => checked)).toBe(
      true,
    );
    await takesCard();
    await waitFor(() => expect(value('Who receives it?')).not.toBe(''));
    const name = value('Who receives it?');
    await makes();
    await waitFor(() => expect(services.exchange.asked).toHaveLength(1));
    expect(services.exchange.asked[0]).toMatchObject({
      purpose: 'handover',
      subject: ada,
      others: [wren],
      reason: 'disclosure',
      recipients: ['colleague', name],
      card: { name },
    });
  });

  it('are asked about with the answers of the last time in one press, without its words', async () => {
    const { ada, ivo, wren, opens, makes, takesCard, services } = await asking();
    await opens(ada, wren);
    expect(screen.queryByRole('button', { name: 'Answer as last time' })).toBeNull();
    await takesCard();
    fireEvent.change(screen.getByLabelText('Where is it going?'), { target: { value: 'rocu' } });
    types(/^What your colleague should know/, 'Wren is in court in May.');
    await makes();
    await waitFor(() => expect(services.exchange.asked).toHaveLength(1));
    await opens(ivo);
    await presses('Answer as last time');
    await makes();
    await waitFor(() => expect(services.exchange.asked).toHaveLength(2));
    const [first, second] = services.exchange.asked;
    expect(second).toEqual({ ...first, subject: ivo, others: [], note: '' });
  });

  it('say whose work is still open', async () => {
    const { ada, ivo, wren, opens, store } = await asking();
    const waits = [ada, wren].map((subjectId) =>
      newRecord('referral', buildReferral({ subjectId, status: 'received' })),
    );
    await store.commit({ changes: waits, reason: 'case-work' });
    await opens(ada, ivo, wren);
    const open = within(await screen.findByRole('region', { name: 'Still open on these cases' }));
    await open.findByText('Ada Vael');
    open.getByText('Wren Moss');
    expect(open.queryByText('Ivo Quill')).toBeNull();
  });

  it('say whose work is still open where one of them cannot be read, and which that is', async () => {
    const closed = new Set<RecordId>();
    const { ada, wren, opens, store } = await asking((store) => withClosed(store, closed));
    const waits = newRecord('referral', buildReferral({ subjectId: ada, status: 'received' }));
    await store.commit({ changes: [waits], reason: 'case-work' });
    closed.add(wren);
    await opens(ada, wren);
    const open = within(await screen.findByRole('region', { name: 'Still open on these cases' }));
    await open.findByText('Ada Vael');
    open.getByRole('listitem');
    open.getByText('Wren Moss');
    open.getByText(/^Its open work could not be read/);
  });

  it('are not asked about without one that is no longer held, before that is read', async () => {
    const { ada, wren, opens, makes, takesCard, services, store } = await asking();
    await opens(ada, wren);
    await takesCard();
    const { heads = [] } = (await store.get('subject', wren)) ?? {};
    await store.commit({
      changes: [{ kind: 'subject', record: wren, parents: heads, set: {}, withdraw: true }],
      reason: 'case-work',
    });
    await makes();
    await screen.findAllByText(/^1 case that you chose is no longer open to you/);
    expect(services.exchange.asked).toEqual([]);
    expect(await store.query('colleagueRequest')).toEqual([]);
    await makes();
    await waitFor(() => expect(services.exchange.asked).toHaveLength(1));
    expect(services.exchange.asked[0]).toMatchObject({ subject: ada, others: [] });
  });
});

/** A store in which the records of these people are closed to the officer. */
function withClosed(store: RecordStore, people: ReadonlySet<RecordId>): RecordStore {
  const consult: RecordStore['consult'] = async (ids, reason) => {
    if (ids.some((id) => people.has(id)))
      throw new PreventError('CP_STORE_UNKNOWN_RECORD', 'This record is closed to you.');
    return store.consult(ids, reason);
  };
  return new Proxy(store, {
    get(target, name) {
      if (name === 'consult') return consult;
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

describe('a correction of what was disclosed', () => {
  async function corrected(isDisclosed: boolean) {
    const shown = await held();
    const { store, app, subject } = shown;
    const entry = { action: 'disclosure', records: [subject.id], fields: ['name'] } as const;
    const audit = [
      { ...entry, reason: 'disclosure', recipients: ['partner', 'Brackenfield duty desk'] },
    ];
    if (isDisclosed) await store.commit({ changes: [], reason: 'disclosure', audit });
    app.router.go({ name: 'detail', subject: subject.id, detail: 'name', act: 'correct' });
    const box = await screen.findByLabelText('Name', { selector: 'input' });
    fireEvent.input(box, { target: { value: 'Petra Lindkvist' } });
    return shown;
  }

  it('offers to tell who received it, where it is said to be kept', async () => {
    const { store, app, subject, services } = await corrected(true);
    await tellsAndSaves();
    const offer = within(await screen.findByText(/You must tell them/));
    fireEvent.click(offer.getByRole('button', { name: 'Tell people about a correction' }));
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'correction', subject: subject.id }),
    );
    await screen.findByText(/Corrected since: Name/);
    await presses('Save the notice');
    await screen.findByText('Nobody else has to be told.');
    // The notice has not left yet, so the green button is not the one that says it has.
    const isGreen = (name: string) =>
      !screen.getByRole('button', { name }).classList.contains('govuk-button--secondary');
    expect(isGreen('Copy or save the notice Brackenfield duty desk')).toBe(true);
    expect(isGreen('Record that they were told today Brackenfield duty desk')).toBe(false);
    await presses('Copy or save the notice Brackenfield duty desk');
    const out = await screen.findByRole('form', { name: 'Copy or save the notice' });
    for (const [label, value] of [
      ['Where is it going?', 'partner'],
      ['Why is it disclosed?', 'disclosure'],
    ] as const)
      fireEvent.change(within(out).getByLabelText(label), { target: { value } });
    types(/^Who receives it/, 'Brackenfield duty desk');
    fireEvent.click(within(out).getByRole('button', { name: 'Save as text' }));
    await screen.findByText('The notice was saved and the disclosure logged');
    const [notice] = await store.query('correctionNotice');
    expect(services.downloads.map(({ content }) => content)).toEqual([notice?.value.words]);
    expect(await store.audit()).toContainEqual(
      expect.objectContaining({ action: 'disclosure', records: [notice?.id] }),
    );
    await presses('Record that they were told today Brackenfield duty desk');
    await screen.findByText('Told on 24 November 2026');
    expect(await store.query('correctionNotice')).toMatchObject([
      { value: { about: subject.id, recipient: 'Brackenfield duty desk', toldOn: '2026-11-24' } },
    ]);
  });

  it('offers nothing where nobody was given it', async () => {
    await corrected(false);
    await tellsAndSaves();
    expect(screen.queryByText(/You must tell them/)).toBeNull();
  });
});

const COLLEAGUE = '0c000000-0000-4000-8000-000000000001' as RecordId;

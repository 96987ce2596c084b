// @vitest-environment happy-dom
import { PreventError } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MemoryServices } from '../../../testing/memory-services.js';
import { OPEN } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';
import { SafeguardingView } from './safeguarding-view.js';

afterEach(cleanup);

const views = { safeguarding: SafeguardingView, subjects: () => <h1>Subjects</h1> };
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: /^Record concern about / }));

async function start(options: Parameters<typeof showShell>[0] = { views }) {
  const shown = await showShell(options);
  fireEvent.keyDown(document.body, { key: 'F8' });
  await screen.findByRole('heading', { name: 'Safeguarding concern' });
  return shown;
}

async function addSubject({ store, host }: MemoryServices, name: string) {
  const id = host.random.id();
  await store.commit({
    changes: [
      {
        kind: 'subject',
        record: id,
        parents: [],
        set: {
          id,
          name,
          aliases: [],
          addresses: [],
          schools: [],
          phones: [],
          emails: [],
          categories: [],
        },
      },
    ],
    reason: 'case-work',
  });
  return id;
}

const held = async ({ store }: MemoryServices) =>
  (await store.query('safeguardingConcern')).map(({ value }) => value);

it('saves with a few words, says when, and what is still to be done', async () => {
  const { services } = await start();
  type('What is the concern?', 'Said he would not go home tonight');
  save();
  expect(await screen.findByText('Concern saved on 24 November 2026 at 14:30')).toBeTruthy();
  expect(screen.getByText(/^Say who has been told/)).toBeTruthy();
  const [concern] = await held(services);
  expect(concern).toMatchObject({
    what: 'Said he would not go home tonight',
    told: [],
  });
  expect(concern).not.toHaveProperty('riskNow');
  expect(concern).not.toHaveProperty('parentTold');
});

it('has its buttons and the status of the draft in the bar that stays in sight', async () => {
  await start();
  type('What is the concern?', 'Said he would not go home tonight');
  const bar = screen.getByRole('button', { name: /^Record concern/ }).closest('.cp-foot-bar');
  expect(bar?.textContent).toContain('Back to where you were');
  await waitFor(() => expect(bar?.querySelector('.cp-save-status')).not.toBeNull());
});

it('has every answer to the risk in sight, and none chosen', async () => {
  await start();
  const answers = within(screen.getByRole('group', { name: /risk now/ })).getAllByRole('radio');
  expect(answers).toHaveLength(4);
  expect(answers.filter((each) => (each as HTMLInputElement).checked)).toEqual([]);
});

it('leads from “still to do” to where it is said who was told, and from nothing that has no screen', async () => {
  await start({});
  type('What is the concern?', 'Said he would not go home tonight');
  save();
  const toDo = await screen.findByRole('button', { name: /^Say who has been told/ });
  expect(screen.queryByRole('button', { name: 'Say how serious the risk is now' })).toBeNull();
  fireEvent.click(toDo);
  await screen.findByText('Said he would not go home tonight');
  expect(await screen.findByRole('group', { name: /told/ })).toBeTruthy();
});

it('is kept once, however often the button is pressed', async () => {
  const { services, app } = await start();
  const subject = await addSubject(services, 'Kit Vale');
  app.router.go({ name: 'safeguarding', subject });
  await screen.findByText(/^This concern is about Kit Vale/);
  const get = services.store.get.bind(services.store);
  let isHeld = true;
  const waiting: (() => void)[] = [];
  services.store.get = (async (...asked: Parameters<typeof get>) => {
    if (isHeld) await new Promise<void>((go) => waiting.push(go));
    return get(...asked);
  }) as typeof services.store.get;
  type('What is the concern?', 'A worry');
  const form = screen.getByLabelText('What is the concern?');
  save();
  fireEvent.submit(form);
  await waitFor(async () => expect(await held(services)).toHaveLength(1));
  // The form may be gone by now, and its records are not all read back.
  if (form.isConnected) fireEvent.submit(form);
  isHeld = false;
  for (const go of waiting) go();
  await screen.findByText(/^Concern saved on/);
  expect(await held(services)).toHaveLength(1);
});

it('offers the concern itself, told or not: it is never out of sight', async () => {
  await start({});
  type('What is the concern?', 'Said he would not go home tonight');
  fireEvent.click(screen.getByLabelText('Supervisor'));
  save();
  fireEvent.click(
    await screen.findByRole('button', { name: 'Open this concern: nobody named yet' }),
  );
  await screen.findByText('Said he would not go home tonight');
  expect(await screen.findByRole('table', { name: 'Who was told' })).toBeTruthy();
});

it('goes back to where one was', async () => {
  await start();
  type('What is the concern?', 'A worry');
  save();
  fireEvent.click(await screen.findByRole('button', { name: 'Back to where you were' }));
  expect(await screen.findByRole('heading', { name: 'Subjects' })).toBeTruthy();
});

it('saves everything that is asked', async () => {
  const { services, app } = await start();
  const subject = await addSubject(services, 'Kit Vale');
  app.router.go({ name: 'safeguarding', subject });
  await screen.findByText(/^This concern is about Kit Vale/);
  type('What is the concern?', 'A worry');
  fireEvent.click(screen.getByLabelText('Serious, not immediate'));
  fireEvent.click(screen.getByLabelText('Supervisor'));
  type('Name or team told (optional)', 'DS Marlow');
  fireEvent.click(screen.getByRole('button', { name: /Use the time now/ }));
  type('How (optional)', 'By telephone');
  type('Their reference (optional)', 'MASH-1');
  type('What they were told (optional)', 'All of it');
  const parent = within(screen.getByRole('group', { name: /^Has the parent or carer been told/ }));
  fireEvent.click(parent.getByLabelText('No'));
  type('Why not (optional)', 'It would not be safe');
  fireEvent.change(screen.getByLabelText(/^Was a crime disclosed/), { target: { value: 'yes' } });
  type('Crime reference (optional)', '43TEST/1');
  save();
  expect(await screen.findByText('It is on the record of Kit Vale.')).toBeTruthy();
  expect(await held(services)).toMatchObject([
    {
      subjectId: subject,
      riskNow: 'serious',
      told: ['supervisor'],
      toldWhom: 'DS Marlow',
      toldAt: expect.stringMatching(/Z$/),
      toldHow: 'By telephone',
      reference: 'MASH-1',
      parentTold: 'no',
      whyParentNotTold: 'It would not be safe',
      toldWhat: 'All of it',
      crimeDisclosed: 'yes',
      crimeReference: '43TEST/1',
    },
  ]);
});

it('shows 999 at once when the danger is immediate', async () => {
  await start();
  expect(screen.queryByText(/Call 999 now/)).toBeNull();
  fireEvent.click(screen.getByLabelText('Immediate danger: call 999'));
  expect(await screen.findByText('Call 999 now. Record it afterwards.')).toBeTruthy();
});

it('asks only for a word of what it is', async () => {
  const { services } = await start();
  save();
  expect(await screen.findAllByText(/Enter what the concern is/)).toHaveLength(2);
  expect(await held(services)).toEqual([]);
});

it.each([
  ['CP_STORE_LOCKED', /The vault is locked/],
  ['CP_STORE_FULL', /no room left/],
  ['CP_STORE_CLOSED', /did not keep it/],
] as const)(
  'says so in words on %s, loses nothing, and saves at the next try',
  async (code, words) => {
    const { services } = await start();
    const commit = vi
      .spyOn(services.store, 'commit')
      .mockRejectedValueOnce(new PreventError(code, 'no'));
    type('What is the concern?', 'A worry');
    save();
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByLabelText('What is the concern?')).toHaveProperty('value', 'A worry');
    save();
    expect(await screen.findByText(/Concern saved/)).toBeTruthy();
    expect(commit).toHaveBeenCalledTimes(2);
    expect(await held(services)).toHaveLength(1);
  },
);

it('comes back after a lock, and leaves nothing unfinished once it is saved', async () => {
  const { services } = await start();
  type('What is the concern?', 'Half a sent');
  await services.vault.lock();
  await screen.findByRole('heading', { name: 'Unlock' });
  services.setVault(OPEN);
  const box = await screen.findByLabelText('What is the concern?');
  await waitFor(() => expect(box).toHaveProperty('value', 'Half a sent'));
  save();
  await screen.findByText(/Concern saved/);
  await waitFor(async () => expect(await services.work.keys()).toEqual([]));
});

describe('a concern that is opened from the page of a person', () => {
  it('names them at its head, before anything is typed', async () => {
    const { services, app } = await start();
    const subject = await addSubject(services, 'Kit Vale');
    app.router.go({ name: 'safeguarding', subject });
    expect(await screen.findByText(/^This concern is about Kit Vale/)).toBeTruthy();
    expect(screen.queryByText(/You came here from/)).toBeNull();
  });

  it('keeps what was begun about another person apart, and asks nobody who it is about', async () => {
    const { services, app } = await start();
    const [kit, dawn] = [
      await addSubject(services, 'Kit Vale'),
      await addSubject(services, 'Dawn'),
    ];
    app.router.go({ name: 'safeguarding', subject: kit });
    await screen.findByText(/^This concern is about Kit Vale/);
    type('What is the concern?', 'Half a sentence about Kit');
    await screen.findByText(/^Draft kept at/);
    app.router.go({ name: 'subjects' });
    await screen.findByRole('heading', { name: 'Subjects' });
    app.router.go({ name: 'safeguarding', subject: dawn });
    await screen.findByText(/^This concern is about Dawn/);
    expect(screen.getByLabelText('What is the concern?')).toHaveProperty('value', '');
    expect(screen.queryByRole('group', { name: /^Who is it about/ })).toBeNull();
    type('What is the concern?', 'About Dawn');
    save();
    await screen.findByText(/Concern saved/);
    expect(await held(services)).toMatchObject([{ what: 'About Dawn', subjectId: dawn }]);
    expect(await services.work.keys()).toEqual([`safeguarding/${kit}`]);
  });

  it('says of words from an earlier visit when they were typed, and leaves them in sight', async () => {
    const { services, app } = await start();
    const kit = await addSubject(services, 'Kit Vale');
    app.router.go({ name: 'safeguarding', subject: kit });
    await screen.findByText(/^This concern is about Kit Vale/);
    type('What is the concern?', 'Half a sentence about Kit');
    await screen.findByText(/^Draft kept at/);
    app.router.go({ name: 'subjects' });
    await screen.findByRole('heading', { name: 'Subjects' });
    app.router.go({ name: 'safeguarding', subject: kit });
    await screen.findByText(/24 November 2026 at 14:30/);
    const box = await screen.findByLabelText('What is the concern?');
    await waitFor(() => expect(box).toHaveProperty('value', 'Half a sentence about Kit'));
  });

  it('takes its words along when it is about somebody else, and leaves none with the person', async () => {
    const { services, app } = await start();
    const kit = await addSubject(services, 'Kit Vale');
    app.router.go({ name: 'safeguarding', subject: kit });
    await screen.findByText(/^This concern is about Kit Vale/);
    type('What is the concern?', 'A pupil in Year 9, no name given');
    fireEvent.click(await screen.findByRole('button', { name: 'Change person' }));
    await screen.findByRole('group', { name: /^Who is it about/ });
    const box = await screen.findByLabelText('What is the concern?');
    await waitFor(() => expect(box).toHaveProperty('value', 'A pupil in Year 9, no name given'));
    expect(screen.queryByText(/^This concern is about Kit Vale/)).toBeNull();
    expect(screen.queryByRole('button', { name: /^Start again/i })).toBeNull();
    save();
    await screen.findByText(/Concern saved/);
    const [concern] = await held(services);
    expect(concern).toMatchObject({ what: 'A pupil in Year 9, no name given' });
    expect(concern).not.toHaveProperty('subjectId');
    await waitFor(async () => expect(await services.work.keys()).toEqual([]));
  });

  it('is saved on them, whatever is chosen or typed', async () => {
    const { services, app } = await start();
    const kit = await addSubject(services, 'Kit Vale');
    await addSubject(services, 'Dawn');
    app.router.go({ name: 'safeguarding', subject: kit });
    await screen.findByText(/^This concern is about Kit Vale/);
    type('What is the concern?', 'A worry');
    save();
    expect(await screen.findByText('It is on the record of Kit Vale.')).toBeTruthy();
    expect(await held(services)).toMatchObject([{ subjectId: kit }]);
  });
});

describe('the key, on the screen of a concern', () => {
  it('begins another after one that is saved, on the same subject and with nothing of the last', async () => {
    const { services, app } = await start();
    const subject = await addSubject(services, 'Kit Vale');
    app.router.go({ name: 'safeguarding', subject });
    await screen.findByText(/^This concern is about Kit Vale/);
    type('What is the concern?', 'The first');
    save();
    await screen.findByText(/Concern saved/);
    fireEvent.keyDown(document.body, { key: 'F8' });
    const box = await screen.findByLabelText('What is the concern?');
    expect(box).toHaveProperty('value', '');
    expect(document.activeElement?.textContent).toBe('Safeguarding concern');
    type('What is the concern?', 'The second');
    save();
    await screen.findByText(/Concern saved/);
    expect((await held(services)).map((each) => [each.what, each.subjectId])).toEqual([
      ['The first', subject],
      ['The second', subject],
    ]);
  });

  it('leaves what is being typed, and says where one is', async () => {
    await start();
    type('What is the concern?', 'Half a sent');
    screen.getByLabelText('What is the concern?').focus();
    fireEvent.keyDown(document.body, { key: 'F8' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Safeguarding concern'));
    expect(screen.getByLabelText('What is the concern?')).toHaveProperty('value', 'Half a sent');
  });

  it('has a button beside it', async () => {
    await start();
    type('What is the concern?', 'A worry');
    save();
    fireEvent.click(await screen.findByRole('button', { name: 'Record another concern' }));
    expect(await screen.findByLabelText('What is the concern?')).toHaveProperty('value', '');
  });
});

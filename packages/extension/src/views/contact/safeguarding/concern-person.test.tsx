// @vitest-environment happy-dom
/** A concern ends on the person that its button names, or on nobody: never on another, and never not at all. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Route } from '../../../app/route.js';
import type { MemoryServices } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';
import { SafeguardingView } from './safeguarding-view.js';

beforeAll(
  () => Promise.all([import('./concern-about.js'), import('../../case/choose/subject-select.js')]),
  60_000,
);
afterEach(cleanup);

const views = { safeguarding: SafeguardingView, subjects: () => <h1>Subjects</h1> };
const NOBODY = 'Record concern about nobody named yet';

const type = (value: string) =>
  fireEvent.input(screen.getByLabelText('What is the concern?'), { target: { value } });
const button = (name: string) => screen.findByRole('button', { name });
const presses = async (name: string) => fireEvent.click(await button(name));
const who = () => screen.findByRole('group', { name: /^Who is it about/ });
const offered = async () =>
  [...(await who()).querySelectorAll('label')].map(({ textContent }) => textContent);
const looksFor = async (name: string) =>
  fireEvent.input(await screen.findByLabelText('Look for a name or a reference'), {
    target: { value: name },
  });
const chooses = async (name: string) => {
  await looksFor(name);
  fireEvent.click(await within(await who()).findByLabelText(new RegExp(`^${name}`)));
};

async function start() {
  const shown = await showShell({ views });
  const [kit, dawn] = [buildSubject({ name: 'Kit Vale' }), buildSubject({ name: 'Dawn Ashby' })];
  const { store } = shown.services;
  await store.commit({
    changes: [newRecord('subject', kit), newRecord('subject', dawn)],
    reason: 'case-work',
  });
  const opens = async (subject?: string) => {
    shown.app.router.go({ name: 'safeguarding', ...(subject ? { subject } : {}) } as Route);
    await screen.findByRole('heading', { name: 'Safeguarding concern' });
  };
  const leaves = async () => {
    await screen.findByText(/What you typed is safe|Draft kept/);
    shown.app.router.go({ name: 'subjects' });
    await screen.findByRole('heading', { name: 'Subjects' });
  };
  return { ...shown, kit, dawn, opens, leaves };
}

const held = async ({ store }: MemoryServices) =>
  (await store.query('safeguardingConcern')).map(({ value }) => [value.what, value.subjectId]);

/** Keys of drafts; the search for a person leaves one of the keeper's own. */
const unfinished = async ({ work }: MemoryServices) =>
  (await work.keys()).filter((key) => !key.startsWith('keeper/'));

const disposesOf = async ({ store }: MemoryServices, subject: string) => {
  const [found] = (await store.query('subject')).filter(({ id }) => id === subject);
  if (!found) throw new Error('nobody to dispose of');
  await store.dispose([found.id], 'retention');
};

it('asks first who it is about, and its button says nobody until somebody is chosen', async () => {
  const { services, dawn, opens } = await start();
  await opens();
  await button(NOBODY);
  const asked = await who();
  const what = screen.getByLabelText('What is the concern?');
  expect(asked.compareDocumentPosition(what) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  type('A worry');
  await chooses('Dawn Ashby');
  await presses('Record concern about Dawn Ashby');
  await screen.findByText('It is on the record of Dawn Ashby.');
  expect(await held(services)).toEqual([['A worry', dawn.id]]);
});

it('names no stranger before something is typed, and keeps nobody in sight', async () => {
  const { opens } = await start();
  await opens();
  const nobody = 'Nobody in particular, or not known';
  await waitFor(async () => expect(await offered()).toEqual([nobody]));
  expect(within(await who()).getByLabelText(nobody)).toHaveProperty('checked', true);
  await looksFor('kit');
  await waitFor(async () => expect(await offered()).toEqual([nobody, 'Kit Vale']));
  fireEvent.click(within(await who()).getByLabelText('Kit Vale'));
  await button('Record concern about Kit Vale');
  await looksFor('');
  await waitFor(async () => expect(await offered()).toEqual([nobody, 'Kit Vale']));
  fireEvent.click(within(await who()).getByLabelText(nobody));
  await button(NOBODY);
});

it('is about the person chosen after the words were taken along, and leaves none with the first', async () => {
  const { services, kit, dawn, opens } = await start();
  await opens(kit.id);
  await button('Record concern about Kit Vale');
  type('Dawn said that she is afraid');
  await presses('Change person');
  await button(NOBODY);
  await waitFor(() =>
    expect(screen.getByLabelText('What is the concern?')).toHaveProperty(
      'value',
      'Dawn said that she is afraid',
    ),
  );
  await chooses('Dawn Ashby');
  await presses('Record concern about Dawn Ashby');
  await screen.findByText('It is on the record of Dawn Ashby.');
  expect(await held(services)).toEqual([['Dawn said that she is afraid', dawn.id]]);
  await waitFor(async () => expect(await unfinished(services)).toEqual([]));
});

it('keeps two open forms apart when one person follows the other at once', async () => {
  const { services, kit, dawn, opens } = await start();
  await opens(kit.id);
  await button('Record concern about Kit Vale');
  type('About Kit');
  await opens(dawn.id);
  await button('Record concern about Dawn Ashby');
  expect(screen.getByLabelText('What is the concern?')).toHaveProperty('value', '');
  type('About Dawn');
  await presses('Record concern about Dawn Ashby');
  await screen.findByText('It is on the record of Dawn Ashby.');
  expect(await held(services)).toEqual([['About Dawn', dawn.id]]);
});

it('is recorded without a name while no name can be read', async () => {
  const { services, kit, opens } = await start();
  vi.spyOn(services.store, 'get').mockRejectedValue(new Error('no reads'));
  await opens(kit.id);
  await screen.findByRole('button', { name: /^Record concern about (this person|Kit Vale)$/ });
  type('A worry');
  fireEvent.click(screen.getByRole('button', { name: /^Record concern about / }));
  await screen.findByText(/^Concern saved on/);
  expect(await held(services)).toEqual([['A worry', kit.id]]);
});

it('says of which of two of one name it was recorded', async () => {
  const { services, kit, opens } = await start();
  const namesake = buildSubject({ name: 'Kit Vale', bornOn: '2008-08-09' });
  await services.store.commit({ changes: [newRecord('subject', namesake)], reason: 'case-work' });
  await opens(kit.id);
  type('A worry');
  fireEvent.click(
    await screen.findByRole('button', { name: /^Record concern about Kit Vale, born/ }),
  );
  await screen.findByText(/^It is on the record of Kit Vale, born /);
});

it('says of a draft whose person was disposed of since that they are gone, and is about nobody', async () => {
  const { services, dawn, opens, leaves } = await start();
  await opens();
  await chooses('Dawn Ashby');
  await button('Record concern about Dawn Ashby');
  type('A worry');
  await leaves();
  await disposesOf(services, dawn.id);
  await opens();
  await screen.findByText(/is no longer on record/);
  await presses(NOBODY);
  await screen.findByText(/^It names nobody yet/);
  expect(await held(services)).toEqual([['A worry', undefined]]);
});

it('does the same for the form of a person who is disposed of while it is open', async () => {
  const { services, kit, opens, leaves } = await start();
  await opens(kit.id);
  type('A worry');
  await leaves();
  await disposesOf(services, kit.id);
  await opens(kit.id);
  await screen.findByText(/is no longer on record/);
  await presses(NOBODY);
  await screen.findByText(/^Concern saved on/);
  expect(await held(services)).toEqual([['A worry', undefined]]);
});

it('names on its button the person that came with the words of another window', async () => {
  const { services, dawn, opens } = await start();
  await opens();
  await chooses('Kit Vale');
  type('Typed here about Kit');
  await screen.findByText(/What you typed is safe|Draft kept/);
  const draft = await services.work.load('safeguarding');
  if (!draft) throw new Error('no draft');
  const theirs = { ...(draft.value as object), what: 'Typed there', subjectId: dawn.id };
  await services.work.save('safeguarding', theirs, draft.version);
  type('Typed here about Kit, and more');
  await presses('Use that');
  await presses('Record concern about Dawn Ashby');
  await screen.findByText('It is on the record of Dawn Ashby.');
  expect(await held(services)).toEqual([['Typed there', dawn.id]]);
});

it('mixes no words of two people where the form that asks is taken: both drafts stay as they are', async () => {
  const { services, kit, opens } = await start();
  await opens();
  await chooses('Dawn Ashby');
  type('Half a sentence about Dawn');
  await screen.findByText(/What you typed is safe|Draft kept/);
  await opens(kit.id);
  type('A pupil, no name given');
  await presses('Change person');
  // The form that asks has words of its own: they come with their own person, who is named.
  await button('Record concern about Dawn Ashby');
  expect(screen.getByLabelText('What is the concern?')).toHaveProperty(
    'value',
    'Half a sentence about Dawn',
  );
  await waitFor(async () =>
    expect(await services.work.load(`safeguarding/${kit.id}`)).toMatchObject({
      value: { what: 'A pupil, no name given' },
    }),
  );
});

// @vitest-environment happy-dom
/**
 * One form, that of who was told, in two windows; refused before it is right; and undone after its answer was
 * lost. The child's record has one note of it, or none.
 */
import { RECORD_KINDS, type RecordId } from '@cyber-prevent/core';
import { buildId, buildRecord, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FormValues } from '../../components/form-values.js';
import { formDating } from '../../components/use-form-work.js';
import type { MemoryServices } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';
import { actByName } from './acts.js';

const ADA = buildSubject({ id: buildId(), name: 'Ada Vael' });
/** Nobody's business here: kept last, so that all that was asked before is kept or refused. */
const BRAM = buildSubject({ id: buildId(), name: 'Bram Tolliver' });
const ACT = 'record-telling';
const WORDS = 'The visit of Tuesday was explained to her.';
const OTHER_WORDS = 'The visit of Tuesday was put off.';
const TOLD = {
  statement: 'reported',
  means: 'Telephone',
  toldBy: 'Marisol Vael',
  toldAt: '2026-11-24T09:00:00.000Z',
};
const RECORDED = /Recorded for Ada Vael/;

type App = Awaited<ReturnType<typeof showShell>>['app'];

beforeAll(() => import('./act-view.js'), 60_000);
afterEach(cleanup);

function typedFor(subject: RecordId, what: string): FormValues {
  const act = actByName(ACT);
  if (!act) throw new Error(`No act ${ACT}`);
  const made = buildRecord('telling', { subjectId: subject, what });
  const asked = Object.entries(made).filter(([name]) => act.only.some((field) => field === name));
  return { ...Object.fromEntries(asked), ...(act.asksTold ? TOLD : {}) };
}

const keyOf = (subject: RecordId): string => `act/${ACT}/${subject}`;

async function keepDraft(services: MemoryServices, subject: RecordId, what = WORDS): Promise<void> {
  const values = formDating(services).stamp(typedFor(subject, what), undefined);
  await services.work.save(keyOf(subject), values, 0);
}

async function takeUp(
  app: App,
  subject: RecordId,
  where: HTMLElement = document.body,
): Promise<void> {
  app.router.go({ name: 'act', act: ACT, subject } as const);
  fireEvent.click(await within(where).findByRole('button', { name: 'Yes, continue' }));
  await within(where).findByRole('button', { name: 'Save' });
}

/** The form, taken up from a draft that another visit left. */
async function opened() {
  const shown = await showShell();
  const changes = [newRecord('subject', ADA)];
  await shown.services.store.commit({ changes, reason: 'case-work' });
  await keepDraft(shown.services, ADA.id);
  await takeUp(shown.app, ADA.id);
  return shown;
}

const saveButton = (where: HTMLElement = document.body) =>
  within(where).queryByRole('button', { name: 'Save' });
function press(where?: HTMLElement): void {
  const button = saveButton(where);
  if (button) fireEvent.click(button);
}

async function versions({ store }: MemoryServices): Promise<readonly string[]> {
  const all = (await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))).flat();
  return all.map(({ id, heads }) => `${id} ${heads.join()}`).toSorted();
}

async function loseAnswer(services: MemoryServices): Promise<readonly string[]> {
  const before = await versions(services);
  services.saves.endNext('before-it-answers');
  press();
  await screen.findByRole('alert', { name: 'There is a problem' });
  const kept = await versions(services);
  expect(kept).not.toEqual(before);
  return kept;
}

const said = (where: HTMLElement = document.body): string => where.textContent ?? '';

/** Presses, and waits until the screen says something else and nothing is under way. */
async function pressAndHear(where: HTMLElement = document.body): Promise<void> {
  const before = said(where);
  press(where);
  await waitFor(() => {
    expect(said(where)).not.toBe(before);
    expect(where.querySelector('[aria-busy="true"]')).toBeNull();
  });
}

/** Types into the box that holds a text now; says which box it was. */
function retype(from: string, to: string, where: HTMLElement = document.body): string {
  const box = within(where).getByDisplayValue(from);
  type(box, to);
  return box.id;
}
function type(box: Element, value: string): void {
  fireEvent.input(box, { target: { value } });
  fireEvent.change(box, { target: { value } });
}
function typeInto(id: string, value: string): void {
  const box = document.getElementById(id);
  if (!box) throw new Error('The box is gone');
  type(box, value);
}

const tellings = async ({ store }: MemoryServices) => await store.query('telling');

/** A second window on the same vault, and the part of the document that is its. */
async function secondWindow(services: MemoryServices) {
  const before = new Set(document.body.children);
  const { app } = await showShell({ services });
  const mine = [...document.body.children].find((part) => !before.has(part));
  if (!(mine instanceof HTMLElement)) throw new Error('No second window');
  await takeUp(app, ADA.id, mine);
  await within(mine).findByDisplayValue(WORDS);
  return mine;
}

describe('two windows with the same form', () => {
  it('make one note when one saves and the other presses', async () => {
    const { services } = await opened();
    const [first] = document.body.children;
    if (!(first instanceof HTMLElement)) throw new Error('No first window');
    const second = await secondWindow(services);
    press(first);
    await within(first).findByText(RECORDED);
    const kept = await versions(services);
    press(second);
    await within(second).findByRole('button', { name: 'Clear what is entered here' });
    press(second);
    await services.store.commit({ changes: [newRecord('subject', BRAM)], reason: 'case-work' });
    expect((await versions(services)).filter((one) => !one.startsWith(BRAM.id))).toEqual(kept);
    expect(await tellings(services)).toHaveLength(1);
  });

  it('make one note when the answer of one was lost and the other presses', async () => {
    const { services } = await opened();
    const [first] = document.body.children;
    if (!(first instanceof HTMLElement)) throw new Error('No first window');
    const second = await secondWindow(services);
    services.saves.endNext('before-it-answers');
    press(first);
    await within(first).findByRole('alert', { name: 'There is a problem' });
    const kept = await versions(services);
    await pressAndHear(second);
    expect(await versions(services)).toEqual(kept);
  });

  it('lose no words of the window that did not save, and save them only as a new draft', async () => {
    const { services } = await opened();
    const [first] = document.body.children;
    if (!(first instanceof HTMLElement)) throw new Error('No first window');
    const second = await secondWindow(services);
    retype(WORDS, OTHER_WORDS, second);
    press(first);
    await waitFor(async () => expect(await tellings(services)).toHaveLength(1));
    const kept = await versions(services);
    await within(second).findByRole('button', { name: 'Keep what is entered here as a new draft' });
    expect(within(second).queryByDisplayValue(OTHER_WORDS)).not.toBeNull();
    press(second);
    press(second);
    expect(await versions(services)).toEqual(kept);
    fireEvent.click(
      within(second).getByRole('button', { name: 'Keep what is entered here as a new draft' }),
    );
    await waitFor(() => expect(saveButton(second)).not.toBeNull());
    expect(await versions(services)).toEqual(kept);
    expect(within(second).queryByDisplayValue(OTHER_WORDS)).not.toBeNull();
  });
});

describe('a refused save', () => {
  it('keeps nothing, and the right one that follows is kept once with its own words', async () => {
    const { services } = await opened();
    const before = await versions(services);
    const box = retype(WORDS, '');
    press();
    await screen.findByRole('alert', { name: 'There is a problem' });
    expect(await versions(services)).toEqual(before);
    typeInto(box, OTHER_WORDS);
    press();
    await screen.findByText(RECORDED);
    expect((await tellings(services)).map(({ value }) => value.what)).toEqual([OTHER_WORDS]);
  });

  it('followed by a right one whose answer is lost is still one note', async () => {
    const { services } = await opened();
    const box = retype(WORDS, '');
    press();
    await screen.findByRole('alert', { name: 'There is a problem' });
    typeInto(box, WORDS);
    services.saves.endNext('before-it-answers');
    press();
    await waitFor(async () => expect(await tellings(services)).toHaveLength(1));
    await waitFor(() => expect(saveButton()?.getAttribute('aria-busy')).not.toBe('true'));
    press();
    await screen.findByText(RECORDED);
    expect(await tellings(services)).toHaveLength(1);
  });
});

describe('an undo after a lost answer', () => {
  it('takes the whole save back and leaves nothing of it to be made again', async () => {
    const { services } = await opened();
    const before = await versions(services);
    await loseAnswer(services);
    press();
    await screen.findByText(RECORDED);
    fireEvent.click(await screen.findByRole('button', { name: /Undo this save/ }));
    await waitFor(async () => expect(await versions(services)).toEqual(before));
    expect(await services.work.load(keyOf(ADA.id))).toBeUndefined();
  });

  it('is made once though its own answer is lost and it is pressed twice', async () => {
    const { services } = await opened();
    const before = await versions(services);
    await loseAnswer(services);
    press();
    await screen.findByText(RECORDED);
    const [note] = await tellings(services);
    if (!note) throw new Error('No note');
    services.saves.endNext('before-it-answers');
    fireEvent.click(await screen.findByRole('button', { name: /Undo this save/ }));
    await waitFor(async () => expect(await versions(services)).toEqual(before));
    const again = screen.queryByRole('button', { name: /Undo this save/ });
    if (again) fireEvent.click(again);
    await services.store.commit({ changes: [newRecord('subject', BRAM)], reason: 'case-work' });
    expect((await versions(services)).filter((one) => !one.startsWith(BRAM.id))).toEqual(before);
    expect(await services.store.history(note.id)).toHaveLength(2);
  });
});

// @vitest-environment happy-dom
/**
 * One form, that of who was told, is pressed in every odd way between a save that was kept and the answer
 * that said so. Whatever the officer does, the child's record has one note of it.
 */
import {
  addDays,
  type Instant,
  type PlainDate,
  RECORD_KINDS,
  type RecordId,
} from '@cyber-prevent/core';
import { buildId, buildRecord, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FormValues } from '../../components/form-values.js';
import { formDating } from '../../components/use-form-work.js';
import type { MemoryServices } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';
import { actByName } from './acts.js';

const ADA = buildSubject({ id: buildId(), name: 'Ada Vael' });
/** Another child of the same name. */
const NAMESAKE = buildSubject({ id: buildId(), name: 'Ada Vael' });
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
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

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
  const changes = [newRecord('subject', ADA), newRecord('subject', NAMESAKE)];
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

function setClock(services: MemoryServices, today: PlainDate, time: string): void {
  vi.spyOn(services.host.clock, 'today').mockReturnValue(today);
  vi.spyOn(services.host.clock, 'now').mockReturnValue(`${today}T${time}.000Z` as Instant);
}

const tellings = async ({ store }: MemoryServices) => await store.query('telling');

describe('a note whose save was kept and whose answer was lost is on the record once', () => {
  it('when white space was added behind the words before the second press', async () => {
    const { services } = await opened();
    const kept = await loseAnswer(services);
    retype(WORDS, `${WORDS}  \n`);
    await pressAndHear();
    expect(await versions(services)).toEqual(kept);
  });

  it('when white space was added inside the words before the second press', async () => {
    const { services } = await opened();
    const kept = await loseAnswer(services);
    retype(WORDS, WORDS.replace('visit of', 'visit  of'));
    await pressAndHear();
    expect(await versions(services)).toEqual(kept);
  });

  it('when it is pressed again after midnight', async () => {
    const { services } = await opened();
    const kept = await loseAnswer(services);
    setClock(services, addDays(services.host.clock.today(), 1), '00:05:00');
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the page is loaded again after midnight and it is pressed there', async () => {
    const { services } = await opened();
    const kept = await loseAnswer(services);
    cleanup();
    setClock(services, addDays(services.host.clock.today(), 1), '00:05:00');
    const { app } = await showShell({ services });
    await takeUp(app, ADA.id);
    await pressAndHear();
    expect(await versions(services)).toEqual(kept);
  });

  it.each([1, 400])(
    'when the clock was set back by %i days before the second press',
    async (days) => {
      const { services } = await opened();
      const kept = await loseAnswer(services);
      setClock(services, addDays(services.host.clock.today(), -days), '09:00:00');
      press();
      await screen.findByText(RECORDED);
      expect(await versions(services)).toEqual(kept);
    },
  );

  it('when the answer is lost a second time', async () => {
    const { services } = await opened();
    const kept = await loseAnswer(services);
    services.saves.endNext('before-it-answers');
    press();
    await waitFor(() => expect(saveButton()?.getAttribute('aria-busy')).not.toBe('true'));
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the answer is lost, the page is loaded again, and the answer is lost there as well', async () => {
    const { services } = await opened();
    const kept = await loseAnswer(services);
    cleanup();
    const second = await showShell({ services });
    await takeUp(second.app, ADA.id);
    services.saves.endNext('before-it-answers');
    await pressAndHear();
    if (!screen.queryByText(RECORDED)) press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the form was edited and edited back before the second press', async () => {
    const { services } = await opened();
    const kept = await loseAnswer(services);
    retype(WORDS, OTHER_WORDS);
    retype(OTHER_WORDS, WORDS);
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the form was edited, pressed, edited back and pressed', async () => {
    const { services } = await opened();
    const kept = await loseAnswer(services);
    const box = retype(WORDS, OTHER_WORDS);
    press();
    await screen.findAllByText(/This was saved on/);
    expect(await versions(services)).toEqual(kept);
    typeInto(box, WORDS);
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when a refused press with an empty field came between the two', async () => {
    const { services } = await opened();
    const kept = await loseAnswer(services);
    const box = retype(WORDS, '');
    await pressAndHear();
    expect(await versions(services)).toEqual(kept);
    typeInto(box, WORDS);
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the vault was locked and unlocked before the second press', async () => {
    const { services, app } = await opened();
    const kept = await loseAnswer(services);
    const [lock] = screen.getAllByRole('button', { name: /^Lock\b/ });
    if (!lock) throw new Error('Nothing locks');
    fireEvent.click(lock);
    type(await screen.findByLabelText(/^Passphrase/), 'four quiet otters juggle');
    fireEvent.click(screen.getByRole('button', { name: /^Unlock/ }));
    await waitFor(() => expect(screen.queryByLabelText(/^Passphrase/)).toBeNull());
    app.router.go({ name: 'act', act: ACT, subject: ADA.id } as const);
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Yes, continue' }) ?? saveButton(),
      ).not.toBeNull(),
    );
    const goOn = screen.queryByRole('button', { name: 'Yes, continue' });
    if (goOn) fireEvent.click(goOn);
    await screen.findByDisplayValue(WORDS);
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });
});

it('keeps other words on screen when it says that the earlier save was kept', async () => {
  const { services } = await opened();
  const kept = await loseAnswer(services);
  retype(WORDS, OTHER_WORDS);
  await pressAndHear();
  expect(screen.queryByDisplayValue(OTHER_WORDS)).not.toBeNull();
  press();
  press();
  expect(await versions(services)).toEqual(kept);
  expect((await tellings(services)).map(({ value }) => value.what)).toEqual([WORDS]);
});

it('keeps one note each for two people of the same name, though the answer for the first was lost', async () => {
  const { services, app } = await opened();
  await keepDraft(services, NAMESAKE.id, OTHER_WORDS);
  await loseAnswer(services);
  await takeUp(app, NAMESAKE.id);
  await screen.findByDisplayValue(OTHER_WORDS);
  press();
  await screen.findByText(RECORDED);
  await takeUp(app, ADA.id);
  await screen.findByDisplayValue(WORDS);
  await pressAndHear();
  const held = (await tellings(services)).map(({ value }) => `${value.subjectId} ${value.what}`);
  expect(held.toSorted()).toEqual(
    [`${ADA.id} ${WORDS}`, `${NAMESAKE.id} ${OTHER_WORDS}`].toSorted(),
  );
});

it('keeps one note each for two people of the same name who were told the same', async () => {
  const { services, app } = await opened();
  await keepDraft(services, NAMESAKE.id, WORDS);
  await loseAnswer(services);
  await takeUp(app, NAMESAKE.id);
  await screen.findByDisplayValue(WORDS);
  press();
  await screen.findByText(RECORDED);
  const about = (await tellings(services)).map(({ value }) => value.subjectId);
  expect(about.toSorted()).toEqual([ADA.id, NAMESAKE.id].toSorted());
});

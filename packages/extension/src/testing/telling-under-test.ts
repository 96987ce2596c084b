/** The form of a telling about Ada, taken up from a draft, in tests that press it in odd ways. */
import { RECORD_KINDS, type RecordId, type RecordOf } from '@cyber-prevent/core';
import { buildId, buildRecord, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect } from 'vitest';
import type { FormValues } from '../components/form-values.js';
import { formDating } from '../components/use-form-work.js';
import { actByName } from '../views/subject/acts.js';
import type { MemoryServices } from './memory-services.js';
import { showShell } from './show-shell.js';

export const ADA = buildSubject({ id: buildId(), name: 'Ada Vael' });
export const ACT = 'record-telling';
export const WORDS = 'The visit of Tuesday was explained to her.';
export const OTHER_WORDS = 'The visit of Tuesday was put off.';
export const RECORDED = /Recorded for Ada Vael/;
const TOLD = {
  statement: 'reported',
  means: 'Telephone',
  toldBy: 'Marisol Vael',
  toldAt: '2026-11-24T09:00:00.000Z',
};

type App = Awaited<ReturnType<typeof showShell>>['app'];

function typedFor(subject: RecordId, what: string): FormValues {
  const act = actByName(ACT);
  if (!act) throw new Error(`No act ${ACT}`);
  const made = buildRecord('telling', { subjectId: subject, what });
  const asked = Object.entries(made).filter(([name]) => act.only.some((field) => field === name));
  return { ...Object.fromEntries(asked), ...(act.asksTold ? TOLD : {}) };
}

export const keyOf = (subject: RecordId): string => `act/${ACT}/${subject}`;

export async function keepDraft(
  services: MemoryServices,
  subject: RecordId,
  what = WORDS,
): Promise<void> {
  const values = formDating(services).stamp(typedFor(subject, what), undefined);
  await services.work.save(keyOf(subject), values, 0);
}

export async function takeUp(
  app: App,
  subject: RecordId,
  where: HTMLElement = document.body,
): Promise<void> {
  app.router.go({ name: 'act', act: ACT, subject } as const);
  fireEvent.click(await within(where).findByRole('button', { name: 'Continue' }));
  await within(where).findByRole('button', { name: /^Save who was told for / });
}

/** The form, taken up from a draft that another visit left. */
export async function opened(...others: readonly RecordOf<'subject'>[]) {
  const shown = await showShell();
  const changes = [
    newRecord('subject', ADA),
    ...others.map((other) => newRecord('subject', other)),
  ];
  await shown.services.store.commit({ changes, reason: 'case-work' });
  await keepDraft(shown.services, ADA.id);
  await takeUp(shown.app, ADA.id);
  return shown;
}

export const saveButton = (where: HTMLElement = document.body) =>
  within(where).queryByRole('button', { name: /^Save who was told for / });
export function press(where?: HTMLElement): void {
  const button = saveButton(where);
  if (button) fireEvent.click(button);
}

export async function versions({ store }: MemoryServices): Promise<readonly string[]> {
  const all = (await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))).flat();
  return all.map(({ id, heads }) => `${id} ${heads.join()}`).toSorted();
}

export async function loseAnswer(services: MemoryServices): Promise<readonly string[]> {
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
export async function pressAndHear(where: HTMLElement = document.body): Promise<void> {
  const before = said(where);
  press(where);
  await waitFor(() => {
    expect(said(where)).not.toBe(before);
    expect(where.querySelector('[aria-busy="true"]')).toBeNull();
  });
}

/** Types into the box that holds a text now; says which box it was. */
export function retype(from: string, to: string, where: HTMLElement = document.body): string {
  const box = within(where).getByDisplayValue(from);
  type(box, to);
  return box.id;
}
export function type(box: Element, value: string): void {
  fireEvent.input(box, { target: { value } });
  fireEvent.change(box, { target: { value } });
}
export function typeInto(id: string, value: string): void {
  const box = document.getElementById(id);
  if (!box) throw new Error('The box is gone');
  type(box, value);
}

export const tellings = ({ store }: MemoryServices) => store.query('telling');

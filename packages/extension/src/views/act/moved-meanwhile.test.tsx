// @vitest-environment happy-dom
/**
 * A correction that is begun on one record is never saved on another, to which what it corrects was moved meanwhile: not
 * on the first press, nor on any after it, nor from a draft.
 */
import type { Change } from '@cyber-prevent/core';
import { buildRecord, buildReferral } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ADA,
  IVO,
  LOADS,
  moves,
  opens,
  pressesTwice,
  problem,
  saveButton,
  TYPED,
} from '../../testing/moved-under-test.js';

beforeAll(
  () =>
    Promise.all([
      import('../subject/act-view.js'),
      import('../keeping/ending/hold-view.js'),
      import('../intake/referral/questions-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const NOT_ADAS = /no longer on the record of Ada Vael.*now on the record of Ivo Quillfeather/;

describe('a correction of what was moved meanwhile', () => {
  it.each([
    ['intelligenceNote', 'correct-note', 'text', {}],
    ['attachment', 'correct-attachment', 'name', {}],
    ['relatedPerson', 'note-related-person', 'name', {}],
  ] as const)('is not saved on the other record: %s', async (kind, act, field, own) => {
    const record = buildRecord(kind, { subjectId: ADA.id, ...own } as never);
    const { store, now, services } = await opens(kind, record, {
      name: 'act',
      act,
      subject: ADA.id,
      record: record.id,
    });
    const was = String(Reflect.get(record, field));
    fireEvent.input(screen.getByDisplayValue(was), { target: { value: TYPED } });
    saysHow();
    await moves({ store }, await now());
    const before = (await now()).heads;
    await pressesTwice(services);
    expect((await now()).heads).toEqual(before);
    expect(problem()?.textContent).toMatch(NOT_ADAS);
    // Nothing that was typed is lost.
    expect(screen.queryByDisplayValue(TYPED)).not.toBeNull();
    expect(screen.queryByText(/is the same as what you typed/)).toBeNull();
  });

  it('is not saved from a draft either, when the form is opened on the other record', async () => {
    const record = buildRecord('intelligenceNote', { subjectId: ADA.id });
    const route = { name: 'act', act: 'correct-note', record: record.id } as const;
    const { store, now, app, services } = await opens('intelligenceNote', record, {
      ...route,
      subject: ADA.id,
    });
    fireEvent.input(screen.getByDisplayValue(record.text), { target: { value: TYPED } });
    await waitFor(async () =>
      expect(await services.work.load(`act/correct-note/${record.id}`)).toBeDefined(),
    );
    app.router.go({ name: 'settings' });
    await waitFor(() => expect(saveButton()).toBeNull());
    await moves({ store }, await now());
    const before = (await now()).heads;
    app.router.go({ ...route, subject: IVO.id });
    const [again] = await screen.findAllByRole('button', { name: 'Continue' }, LOADS);
    if (again) fireEvent.click(again);
    await screen.findByDisplayValue(TYPED);
    // Said at once, before anything is pressed.
    await screen.findByText(NOT_ADAS, {}, LOADS);
    await pressesTwice(services);
    expect((await now()).heads).toEqual(before);
    expect(problem()?.textContent).toMatch(NOT_ADAS);
  });

  it('that a colleague only changed is still shown, and saved with the next press', async () => {
    const record = buildRecord('intelligenceNote', { subjectId: ADA.id });
    const { store, now } = await opens('intelligenceNote', record, {
      name: 'act',
      act: 'correct-note',
      subject: ADA.id,
      record: record.id,
    });
    fireEvent.input(screen.getByDisplayValue(record.text), { target: { value: TYPED } });
    const { kind, id, heads } = await now();
    const change = { kind, record: id, parents: heads, set: { intelligenceOn: '2026-11-20' } };
    await store.commit({ changes: [change as Change], reason: 'correction' });
    const button = saveButton();
    if (button) fireEvent.click(button);
    await screen.findByText(/saved elsewhere while you were changing it/, {}, LOADS);
    fireEvent.click(saveButton() as HTMLButtonElement);
    await waitFor(async () => expect(Reflect.get((await now()).value, 'text')).toBe(TYPED));
    expect((await now()).value).toMatchObject({ subjectId: ADA.id, intelligenceOn: '2026-11-20' });
  });
});

describe('a review of a hold that was moved meanwhile', () => {
  it('is not saved on the other record, nor is the hold lifted there', async () => {
    const record = buildRecord('hold', { subjectId: ADA.id });
    const { store, now, services } = await opens('hold', record, {
      name: 'hold',
      subject: ADA.id,
      hold: record.id,
    });
    await moves({ store }, await now());
    const before = (await now()).heads;
    await pressesTwice(services, () =>
      screen.queryByRole('button', { name: /^Lift the hold for / }),
    );
    expect((await now()).heads).toEqual(before);
    expect(problem()?.textContent).toMatch(NOT_ADAS);
  });
});

describe('the questions of a referral that was moved meanwhile', () => {
  it('are not answered on the other record with what was typed about the first', async () => {
    const record = buildReferral({ subjectId: ADA.id, answers: undefined });
    const { store, now, services } = await opens('referral', record, {
      name: 'questions',
      referral: record.id,
    });
    const [box] = screen.getAllByRole('textbox');
    if (box) fireEvent.input(box, { target: { value: TYPED } });
    await moves({ store }, await now());
    const before = (await now()).heads;
    fireEvent.click(saveButton() as HTMLButtonElement);
    // The screen reads the referral again, and is about the other person from then on.
    await screen.findByText(NOT_ADAS, {}, LOADS);
    await pressesTwice(services);
    await screen.findByText(NOT_ADAS, {}, LOADS);
    expect((await now()).heads).toEqual(before);
    expect(screen.queryByDisplayValue(TYPED)).not.toBeNull();
  });
});

/** The source of a value, which some corrections ask for. */
function saysHow(): void {
  const kinds = screen.queryByRole('group', { name: /^(What kind of statement|How you know)/ });
  const first = kinds?.querySelector('input');
  if (first) fireEvent.click(first);
  for (const [label, value] of [
    [/^How you learned it/, 'Telephone call'],
    [/^Who told you/, 'Ottilie Brandt'],
  ] as const) {
    const [box] = screen.queryAllByLabelText(label);
    if (box) fireEvent.input(box, { target: { value } });
  }
  for (const [label, value] of [
    ['Day', '24'],
    ['Month', '11'],
    ['Year', '2026'],
    ['Time', '09:00'],
  ] as const) {
    const box = screen.queryAllByLabelText<HTMLInputElement>(label).at(-1);
    if (box && box.value === '') fireEvent.input(box, { target: { value } });
  }
}

// @vitest-environment happy-dom
/**
 * A correction that is begun on one record is never saved on another, to which what it corrects was moved meanwhile: not
 * on the first press, nor on any after it, nor from a draft.
 */
import type { Change, RecordId, RecordKind, StoredRecord } from '@cyber-prevent/core';
import { buildRecord, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Route } from '../../app/route.js';
import { type MemoryServices, OPEN } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';

const LOADS = { timeout: 20_000 };
beforeAll(
  () =>
    Promise.all([
      import('../subject/act-view.js'),
      import('../keeping/ending/hold-view.js'),
      import('../intake/referral/questions-view.js'),
      import('../intake/promise/promise-view.js'),
      import('../contact/safeguarding/concern-view.js'),
      import('../intake/decision/decide-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const IVO = buildSubject({ name: 'Ivo Quillfeather', bornOn: '2011-06-03' });
const TYPED = 'Seen at the arcade on Tuesday.';

const saveButton = () =>
  screen.queryByRole('main')?.querySelector<HTMLButtonElement>('form button[type="submit"]') ??
  null;

async function opens(kind: RecordKind, record: { readonly id: RecordId }, route: Route) {
  const shown = await showShell({ start: { name: 'settings' } });
  const { store } = shown.services;
  const changes = [
    newRecord('subject', ADA),
    newRecord('subject', IVO),
    newRecord(kind, record as never),
  ];
  await store.commit({ changes, reason: 'case-work' });
  shown.app.router.go(route);
  await waitFor(() => expect(saveButton()).not.toBeNull(), LOADS);
  const now = async () => (await store.get(kind, record.id)) as StoredRecord;
  return { ...shown, store, now };
}

/** As another window moves it. */
async function moves({ store }: Pick<MemoryServices, 'store'>, { kind, id, heads }: StoredRecord) {
  const change = { kind, record: id, parents: heads, set: { subjectId: IVO.id } };
  await store.commit({ changes: [change as Change], reason: 'correction' });
}

const problem = () => screen.queryByRole('alert', { name: 'There is a problem' });

/** Presses twice, each time until the store has refused the save and the form says why. */
async function pressesTwice(
  { saves }: Pick<MemoryServices, 'saves'>,
  button: () => HTMLElement | null = saveButton,
): Promise<void> {
  const keeps = vi.spyOn(saves, 'keep');
  for (const _ of [1, 2]) {
    const pressed = await waitFor(() => {
      const there = button();
      if (!there) throw new Error('No button to press');
      return there;
    }, LOADS);
    const asked = keeps.mock.settledResults.length;
    fireEvent.click(pressed);
    await waitFor(() => {
      expect(keeps.mock.settledResults.slice(asked).map(({ type }) => type)).toEqual(['rejected']);
      expect(problem()).not.toBeNull();
    }, LOADS);
  }
}

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
    await pressesTwice(services, () => screen.queryByRole('button', { name: 'Lift the hold' }));
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

describe('a form that reads its record as it saves', () => {
  it('settles no promise that is another’s by now', async () => {
    const record = buildRecord('promise', { subjectId: ADA.id, settled: undefined });
    const { store, now, services } = await opens('promise', record, {
      name: 'promise',
      on: 'subject',
      record: ADA.id,
      promise: record.id,
    });
    await screen.findAllByRole('button', { name: /Ada Vael/ });
    fireEvent.click(screen.getByLabelText('Kept'));
    await moves({ store }, await now());
    const before = (await now()).heads;
    await pressesTwice(services);
    expect((await now()).heads).toEqual(before);
    screen.getAllByText(/was moved to another person’s record while this form was open/);
  });

  it('adds nothing to a concern that is another’s by now', async () => {
    const record = buildRecord('safeguardingConcern', { subjectId: ADA.id });
    const { store, now, services } = await opens('safeguardingConcern', record, {
      name: 'concern',
      concern: record.id,
      form: 'add',
    });
    fireEvent.input(screen.getByLabelText(/^What/), { target: { value: TYPED } });
    await moves({ store }, await now());
    const before = (await now()).heads;
    await pressesTwice(services);
    expect((await now()).heads).toEqual(before);
    screen.getAllByText(/was moved to another person’s record while this form was open/);
    expect(screen.queryByDisplayValue(TYPED)).not.toBeNull();
  });
});

describe('what was begun about nobody', () => {
  const NOW_IVOS = /nobody was named when you began.*now about Ivo Quillfeather, born 3 June 2011/;
  const FORMS = ['add', 'page', 'close'] as const;
  /** The page of a concern says it unasked; so does a correction. */
  const asksAt = (form: (typeof FORMS)[number]): void => {
    if (form === 'add') fireEvent.click(saveButton() as HTMLButtonElement);
  };
  const opensConcern = async (form: (typeof FORMS)[number]) => {
    const told = form === 'page' ? { told: [], whyNotTold: undefined } : {};
    const record = buildRecord('safeguardingConcern', { subjectId: undefined, ...told });
    const route = { name: 'concern', concern: record.id, ...(form === 'page' ? {} : { form }) };
    const shown = await opens('safeguardingConcern', record, route as Route);
    const box = screen.getByRole('main').querySelector('form textarea');
    if (!box) throw new Error('No box to type in');
    fireEvent.input(box, { target: { value: TYPED } });
    return { ...shown, route: route as Route };
  };
  const isNamedMeanwhile = async (form: (typeof FORMS)[number]) => {
    const { store, now, app, route, services } = await opensConcern(form);
    await app.unfinished.flushAll();
    app.router.go({ name: 'settings' });
    await waitFor(() => expect(saveButton()).toBeNull());
    await moves({ store }, await now());
    const before = (await now()).heads;
    app.router.go(route);
    const [again] = await screen.findAllByRole('button', { name: 'Continue' }, LOADS);
    if (again) fireEvent.click(again);
    await screen.findByDisplayValue(TYPED, {}, LOADS);
    asksAt(form);
    await waitFor(() => expect(problem()?.textContent).toMatch(NOW_IVOS), LOADS);
    expect((await now()).heads).toEqual(before);
    return { now, before, app, services };
  };
  const isSaved = async ({ now, before }: { now(): Promise<StoredRecord>; before: unknown }) => {
    fireEvent.click(saveButton() as HTMLButtonElement);
    await waitFor(async () => expect((await now()).heads).not.toEqual(before), LOADS);
    expect(JSON.stringify((await now()).value)).toContain(TYPED);
  };

  it.each(FORMS)(
    'is saved about somebody who was named meanwhile once the officer has read whom: %s',
    async (form) => {
      const shown = await isNamedMeanwhile(form);
      // Asks for more than was typed here.
      if (form !== 'page') await isSaved(shown);
    },
  );

  it.each(FORMS)(
    'asks again after a lock, where the question was not answered: %s',
    async (form) => {
      const shown = await isNamedMeanwhile(form);
      const { services, app, now, before } = shown;
      await app.unfinished.flushAll();
      await services.vault.lock();
      await screen.findByRole('heading', { name: 'Unlock' });
      services.setVault(OPEN);
      await screen.findByDisplayValue(TYPED, {}, LOADS);
      asksAt(form);
      await waitFor(() => expect(problem()?.textContent).toMatch(NOW_IVOS), LOADS);
      expect((await now()).heads).toEqual(before);
      if (form !== 'page') await isSaved(shown);
    },
  );

  it('asks nothing more once the officer starts again', async () => {
    const { store, now, app, route, services } = await opensConcern('close');
    await app.unfinished.flushAll();
    app.router.go({ name: 'settings' });
    await waitFor(() => expect(saveButton()).toBeNull());
    await moves({ store }, await now());
    app.router.go(route);
    const afresh = await screen.findByRole('button', { name: 'Start again' }, LOADS);
    await waitFor(() => expect(problem()?.textContent).toMatch(NOW_IVOS), LOADS);
    // On screen for as long as the form is.
    const { id, heads } = await now();
    await waitFor(async () =>
      expect(JSON.stringify(await services.work.load(`concern/close/${id}`))).toContain(heads[0]),
    );
    expect(problem()?.textContent).toMatch(NOW_IVOS);
    fireEvent.click(afresh);
    await waitFor(() => expect(problem()).toBeNull(), LOADS);
  });

  it.each(['add', 'close'] as const)(
    'is not saved with the first press about somebody who was named while it was open: %s',
    async (form) => {
      const { store, now, services } = await opensConcern(form);
      await moves({ store }, await now());
      const before = (await now()).heads;
      const keeps = vi.spyOn(services.saves, 'keep');
      fireEvent.click(saveButton() as HTMLButtonElement);
      await waitFor(() => expect(problem()).not.toBeNull(), LOADS);
      expect(keeps.mock.settledResults.map(({ type }) => type)).toEqual(['rejected']);
      expect((await now()).heads).toEqual(before);
      if (form === 'add') return;
      expect(problem()?.textContent).toMatch(NOW_IVOS);
      await isSaved({ now, before });
    },
  );
});

describe('a decision on a referral that was moved meanwhile', () => {
  const asks = async () => {
    fireEvent.click(await screen.findByLabelText('Ask for more information', {}, LOADS));
    fireEvent.input(screen.getByLabelText('Reason'), { target: { value: TYPED } });
  };
  const start = async () => {
    const record = buildReferral({ subjectId: ADA.id, status: 'received' });
    const route = { name: 'decide', on: 'referral', record: record.id } as const;
    return { record, route, ...(await opens('referral', record, route)) };
  };

  it('is not saved on the other record from a draft', async () => {
    const { store, now, services, app, record, route } = await start();
    await asks();
    await app.unfinished.flushAll();
    app.router.go({ name: 'settings' });
    await waitFor(() => expect(saveButton()).toBeNull());
    await moves({ store }, await now());
    app.router.go(route);
    const [again] = await screen.findAllByRole('button', { name: 'Continue' }, LOADS);
    if (again) fireEvent.click(again);
    await screen.findByDisplayValue(TYPED, {}, LOADS);
    await pressesTwice(services);
    expect(await store.query('decision', { referralId: record.id })).toEqual([]);
  });
});

describe('a draft of what came of a promise', () => {
  it('is not saved on the record that the promise was moved to', async () => {
    const record = buildRecord('promise', { subjectId: ADA.id, settled: undefined });
    const route = { name: 'promise', on: 'subject', record: ADA.id, promise: record.id } as const;
    const { store, now, services, app } = await opens('promise', record, route);
    fireEvent.click(await screen.findByLabelText('Not kept', {}, LOADS));
    const why = await screen.findByLabelText(/^Why/, {}, LOADS);
    fireEvent.input(why, { target: { value: TYPED } });
    await app.unfinished.flushAll();
    app.router.go({ name: 'settings' });
    await waitFor(() => expect(saveButton()).toBeNull());
    await moves({ store }, await now());
    const before = (await now()).heads;
    app.router.go({ ...route, record: IVO.id });
    const [again] = await screen.findAllByRole('button', { name: 'Continue' }, LOADS);
    if (again) fireEvent.click(again);
    await screen.findByDisplayValue(TYPED, {}, LOADS);
    await pressesTwice(services);
    expect((await now()).heads).toEqual(before);
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

// @vitest-environment happy-dom
/**
 * An act on a kind that exists only here: one row, and the kind's words, schema and row in its area. Nothing else is
 * changed for it.
 */
import type { RecordKind } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Route } from '../../app/route.js';
import { showShell } from '../../testing/show-shell.js';

// Test files share a worker: modules that an earlier one loaded do not know the kind, and a later one must not meet it.
vi.hoisted(() => void vi.resetModules());
afterAll(() => void vi.resetModules());

vi.mock('../../../../core/src/record/kind-name.js', async (load) => {
  const module = await load<Readonly<Record<'RECORD_LABELS', object>>>();
  const weatherNote = { one: 'Weather note', many: 'Weather notes' };
  Object.assign(module.RECORD_LABELS, { weatherNote });
  return { ...module, RECORD_KINDS: Object.keys(module.RECORD_LABELS) };
});

vi.mock('../../../../core/src/record/kind.js', async (load) => {
  const module = await load<Readonly<Record<'RECORD_SCHEMAS', object>>>();
  const v = await import('valibot');
  const { field } = await import('../../../../core/src/record/field.js');
  const { ownId, refersTo } = await import('../../../../core/src/record/reference.js');
  const { Line, PlainDate } = await import('../../../../core/src/shared/primitives.js');
  const weatherNote = v.strictObject({
    id: ownId(),
    subjectId: refersTo('subject', 'Subject'),
    seenOn: field(PlainDate, { label: 'Seen on', input: 'date' }),
    words: field(Line, { label: 'What it was like' }),
  });
  Object.assign(module.RECORD_SCHEMAS, { weatherNote });
  return module;
});

vi.mock('../../../../core/src/casework/contact/kinds.js', async (load) => {
  const module = await load<Readonly<Record<'CONTACT_KINDS', object>>>();
  const { dueOn } = await import('../../../../core/src/casework/act/due.js');
  const { happened } = await import('../../../../core/src/casework/act/happened.js');
  type Held = { readonly value: { readonly seenOn: never; readonly words: string } };
  const weatherNote = {
    due: ({ value: { seenOn } }: Held) => [
      dueOn('contact-agency', seenOn, 'The weather was noted.'),
    ],
    happened: ({ value: { seenOn, words } }: Held) => [happened(seenOn, words)],
    diary: 'each',
    activeOn: 'no-day',
  };
  return { ...module, CONTACT_KINDS: { ...module.CONTACT_KINDS, weatherNote } };
});

vi.mock('../orders/acts.js', async (load) => {
  const module = await load<typeof import('../orders/acts.js')>();
  const { askedOf } = await import('../../components/asked-of.js');
  const noteWeather = {
    kind: 'weatherNote',
    only: askedOf('weatherNote' as never),
    title: 'agencies.check',
    said: 'agencies.check.said',
    on: 'either',
    todayAt: ['seenOn'],
    aboutPerson: { label: 'palette.act.told', as: 'link', place: 999 },
    act: (values: object, { context, subject, held }: Task) => {
      const id = held?.id ?? context.host.random.id();
      const change = held
        ? { kind: 'weatherNote', record: id, parents: held.heads, set: values }
        : newRecord('weatherNote' as never, { id, subjectId: subject.id, ...values } as never);
      const commit = { changes: [change], reason: held ? 'correction' : 'case-work' };
      return { ok: true, value: { commit, id }, issues: [] };
    },
  };
  return { ...module, ORDER_ACTS: { ...module.ORDER_ACTS, 'note-weather': noteWeather } };
});

interface Task {
  readonly context: { readonly host: { readonly random: { id(): string } } };
  readonly subject: { readonly id: string };
  readonly held?: { readonly id: string; readonly heads: readonly string[] };
}

const KIND = 'weatherNote' as string as RecordKind;
const ADA = buildSubject({ name: 'Ada Vael' });
// Words of the toolkit, since the row may name no others.
const OFFER = 'Type what you were told';
const TITLE = 'Record a check for offending';
const SAID = 'The check was recorded';

beforeAll(() => import('./subject-view.js').then(() => import('./act-view.js')), 60_000);
afterEach(cleanup);

const acts = () => screen.findByRole('region', { name: 'Actions' });

async function noted() {
  const shown = await showShell();
  const { store } = shown.services;
  await store.commit({ changes: [newRecord('subject', ADA)], reason: 'case-work' });
  const goes = (section?: string) => {
    const route: Route = { name: 'subject', subject: ADA.id, ...(section ? { section } : {}) };
    shown.app.router.go(route);
  };
  goes();
  fireEvent.click(within(await acts()).getByRole('button', { name: 'More' }));
  fireEvent.click(await screen.findByRole('button', { name: OFFER }));
  await screen.findByRole('heading', { level: 1, name: new RegExp(TITLE) });
  fireEvent.input(screen.getByLabelText('What it was like'), { target: { value: 'Fog' } });
  fireEvent.click(screen.getByRole('button', { name: / for Ada Vael$/ }));
  await screen.findByText(SAID);
  const held = async () => (await store.query(KIND)).map(({ value }) => value as unknown);
  return { ...shown, goes, held };
}

it('is offered on the person, asked for by its schema, and kept about that person', async () => {
  const { held } = await noted();
  expect(await held()).toMatchObject([{ subjectId: ADA.id, words: 'Fog', seenOn: '2026-11-24' }]);
  await screen.findByText(/Recorded for Ada Vael/);
});

it('is among the other records of the person, and corrected from there', async () => {
  const { goes, held } = await noted();
  goes('other');
  const section = await screen.findByRole('region', { name: 'Other records' });
  within(section).getByRole('heading', { name: 'Weather note' });
  within(section).getByText('Fog');
  fireEvent.click(within(section).getByRole('button', { name: TITLE }));
  const box = await screen.findByDisplayValue('Fog');
  fireEvent.input(box, { target: { value: 'Sun' } });
  fireEvent.click(screen.getByRole('button', { name: / for Ada Vael$/ }));
  await waitFor(async () => expect(await held()).toMatchObject([{ words: 'Sun' }]));
});

it('is in the chronology and in the diary', async () => {
  const { goes, app } = await noted();
  goes('timeline');
  await screen.findByText(/Fog/);
  app.router.go({ name: 'today' });
  expect(await screen.findAllByText(/The weather was noted/)).not.toHaveLength(0);
});

it('is in the palette while the person is on screen, with the name', async () => {
  const { goes } = await noted();
  goes();
  await acts();
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  expect(
    (await screen.findAllByRole('option')).some(
      ({ textContent }) => textContent?.startsWith(OFFER) && textContent.includes('Ada Vael'),
    ),
  ).toBe(true);
});

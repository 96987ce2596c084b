// @vitest-environment happy-dom
/** A page that lists several people: nothing is taken from it before one of them is chosen. */
import { type Adapter, openDraft, type PeopleList, passed } from '@cyber-prevent/core';
import { buildReading, type ReadingCell, testHost } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { CaptureService, GrantedTab } from '../../../../ports/capture-service.js';
import { noPageToKeep } from '../../../../testing/no-page-to-keep.js';
import { showShell } from '../../../../testing/show-shell.js';
import { PeoplePanel } from './people-panel.js';

afterEach(cleanup);

const PEOPLE = [
  ['Kit Wraxhollow', '07700 900321'],
  ['Dawn Vael', '07700 900322'],
];
const CELLS = PEOPLE.flatMap(([name = '', phone = ''], index): readonly ReadingCell[] => {
  const cell = { owner: ['People'], row: { table: 1, index } };
  return [
    { label: 'Name', value: name, ...cell },
    { label: 'Mobile', value: phone, ...cell },
  ];
});
const ADAPTER: Adapter = {
  id: 'register/people',
  title: 'Register',
  version: '1.0.0',
  owner: 'Test desk',
  engine: '>=0.0.1',
  match: { anchors: [{ heading: 'People' }] },
  screens: [
    {
      fields: {},
      rows: [
        {
          table: 'People',
          columns: { 'subject.name': 'Name', 'subject.phones[]': 'Mobile' },
          each: 'person',
        },
      ],
    },
  ],
  fixtures: [],
};

async function reviewing() {
  const draft = openDraft({
    reading: buildReading(...CELLS),
    adapters: [ADAPTER],
    way: 'page',
    host: testHost({ at: '2026-11-24T09:30:00.000Z' }),
  });
  const tab: GrantedTab = { tabId: 1, windowId: 1, way: 'page', press: 1 };
  const capture: CaptureService = {
    granted: async () => tab,
    subscribe: () => () => undefined,
    fromTab: async () => passed(draft),
    readWith: async () => undefined,
    fromFile: async () => passed(draft),
    fromText: async () => passed(draft),
    copyOf: () => undefined,
    pageToKeep: noPageToKeep,
    highlight: async () => true,
  };
  const { services } = await showShell({ capture, surface: 'panel' });
  await screen.findByRole('group', { name: /^2 people are named here/ });
  return services;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('asks which person a list is about, and shows and keeps nothing of the others', async () => {
  const { store } = await reviewing();
  expect(screen.queryByRole('button', { name: /^Take / })).toBeNull();
  press('Choose this person');
  await screen.findByRole('button', { name: 'Select who this is about' });
  fireEvent.click(screen.getByLabelText('Dawn Vael, 07700 900322'));
  press('Choose this person');
  const told = await screen.findByText(/this is about: Dawn Vael, 07700 900322/);
  await waitFor(() => expect(document.activeElement).toBe(told.parentElement));
  expect(screen.queryByText('Kit Wraxhollow')).toBeNull();
  fireEvent.click(await screen.findByText('Save as referral', { selector: 'button' }));
  await screen.findByText(/^Saved as a referral/);
  await waitFor(async () =>
    expect((await store.query('subject')).map(({ value }) => value)).toMatchObject([
      { name: 'Dawn Vael' },
    ]),
  );
  const kept = JSON.stringify(await store.query('subject'));
  expect(kept).toContain('7700900322');
  expect(kept).not.toMatch(/Wraxhollow|7700900321/);
});

it('lets the choice be changed, and be nobody', async () => {
  await reviewing();
  fireEvent.click(screen.getByLabelText('Dawn Vael, 07700 900322'));
  press('Choose this person');
  await screen.findByText(/this is about: Dawn Vael/);
  press('Choose somebody else');
  fireEvent.click(await screen.findByLabelText('None of them'));
  press('Choose this person');
  await screen.findByText('This is about none of the 2 people named here.');
  expect(screen.queryByText('Dawn Vael')).toBeNull();
});

it('leads a save without an answer to the question, and not to a name that nobody has to type', async () => {
  await reviewing();
  fireEvent.click(await screen.findByText('Save as referral', { selector: 'button' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Select who this is about' }));
  const first = screen.getByLabelText('Kit Wraxhollow, 07700 900321');
  await waitFor(() => expect(document.activeElement).toBe(first));
  expect(screen.queryByText(/Enter the subject’s name/)).toBeNull();
});

it('does not say that no name was read while it is asked which of them is meant', async () => {
  await reviewing();
  await screen.findByText(/^Choose the person above\. If it is about somebody else/);
  expect(screen.queryByText(/^No name was read/)).toBeNull();
});

it('cuts the words of a long row, but never to those that another row begins with', () => {
  const long = `Tobias Wren, ${'of the long road by the river, '.repeat(4)}`;
  const people = [`${long}the elder`, `${long}the younger`, `Kit Wraxhollow, ${long}`].map(
    (says, nth) => ({ row: String(nth), says: [says] }),
  );
  const list = { people, chosen: undefined } as unknown as PeopleList;
  render(<PeoplePanel list={list} id="who" onChosen={() => undefined} />);
  const labels = [...document.querySelectorAll('label')].map(({ textContent }) => textContent);
  expect(labels.slice(0, 2)).toEqual([`${long}the elder`, `${long}the younger`]);
  expect(labels[2]).toMatch(/^Kit Wraxhollow, .*…$/);
});

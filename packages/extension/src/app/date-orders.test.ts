import { type CaptureOrigin, type Draft, mergeDraft, openDraft } from '@cyber-prevent/core';
import { buildReading, type ReadingCell, testHost } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { memoryWork } from '../testing/memory-work.js';
import {
  alikeIn,
  answered,
  dateOrders,
  keepDateOrder,
  keepProvedOrders,
  settledByHost,
} from './date-orders.js';

const BORN: ReadingCell = { label: 'Date of birth', value: '05/09/2008' };
const open = (url: string, ...cells: readonly ReadingCell[]): Draft =>
  openDraft({
    reading: { ...buildReading({ label: 'Name', value: 'Taz Vael' }, ...cells), url },
    adapters: [],
    way: 'page',
    host: testHost(),
  });
const born = (draft: Draft) => {
  const row = draft.rows.find(({ path }) => path === 'subject.bornOn');
  return [row?.value, row?.decision.kind];
};
const HERE = 'https://rms.example.org/1';
const [origin] = open(HERE).origins;
if (!origin) throw new Error('No capture');

it('asks once a host', async () => {
  const services = { work: memoryWork() };
  const settled = async (url: string) =>
    born(settledByHost(open(url, BORN), await dateOrders(services)));
  expect(await settled(HERE)).toEqual(['2008-09-05', 'leave']);
  await keepDateOrder(services, origin, 'month-first');
  expect(await settled('https://rms.example.org/2?id=7')).toEqual(['2008-05-09', 'take']);
  expect(await settled('https://other.example.org/1')).toEqual(['2008-09-05', 'leave']);
});

it('learns from another screen of the system, and asks again where a screen speaks against it', async () => {
  const services = { work: memoryWork() };
  const proving = (value: string) => open(HERE, { label: 'Received', value }).origins;
  await keepProvedOrders(services, proving('14/03/2026'));
  expect(await dateOrders(services)).toEqual({ 'rms.example.org': 'day-first' });
  await keepProvedOrders(services, proving('03/14/2026'));
  expect(await dateOrders(services)).toEqual({});
});

it('asks of a page that contradicts itself, whatever was said of its host', () => {
  const page = open(
    HERE,
    BORN,
    { label: 'A', value: '14/03/2026' },
    { label: 'B', value: '03/14/2026' },
  );
  expect(born(settledByHost(page, { 'rms.example.org': 'day-first' }))[1]).toBe('leave');
});

it('keeps what was said of one file for no other, though one importer reads them', async () => {
  const services = { work: memoryWork() };
  const adapter = { id: 'csv', version: '1.0.0' };
  const file = { ...origin, way: 'saved-page', url: '', adapter } as const;
  await keepDateOrder(services, file, 'month-first');
  expect(await dateOrders(services)).toEqual({});
});

it('knows no host of a text that was pasted', async () => {
  const services = { work: memoryWork() };
  await keepDateOrder(services, { ...origin, way: 'paste', url: '' }, 'month-first');
  expect(await dateOrders(services)).toEqual({});
  const draft = open('');
  const [own] = draft.origins;
  expect(alikeIn(draft, own?.id ?? '')).toEqual([own?.id]);
});

const RMS = { id: 'rms', version: '1.0.0' };
/** The draft as read by that adapter. */
const readBy = (draft: Draft, adapter: CaptureOrigin['adapter'] = RMS): Draft => ({
  ...draft,
  origins: draft.origins.map((each) => ({ ...each, ...(adapter ? { adapter } : {}) })),
});

it('keeps nothing of a saved page, though it says where it was saved from', async () => {
  const services = { work: memoryWork() };
  await keepDateOrder(services, { ...origin, way: 'saved-page' }, 'month-first');
  expect(await dateOrders(services)).toEqual({});
});

it('answers for every capture of the draft that writes as the page does, and for no other', () => {
  const there = open('https://other.example.org/1', {
    label: 'Date received',
    value: '02/03/2026',
  });
  const draft = mergeDraft(mergeDraft(open(HERE), open('https://rms.example.org/2', BORN)), there);
  const [first, second, third] = draft.origins.map(({ id }) => id);
  if (first === undefined) throw new RangeError('No origin');
  expect(alikeIn(draft, first)).toEqual([first, second]);
  const said = answered(draft, { origin: first, path: undefined }, 'month-first', draft.updatedAt);
  expect(born(said)).toEqual(['2008-05-09', 'take']);
  const open3 = ({ rows }: Draft) => rows.filter((row) => row.origin === third && row.either);
  expect(open3(said)).toEqual(open3(draft));
  expect(open3(said)).toHaveLength(1);
});

it('keeps what was said for the system that an adapter knows, on whichever host it is', async () => {
  const services = { work: memoryWork() };
  await keepDateOrder(services, { ...origin, adapter: RMS }, 'month-first');
  const kept = await dateOrders(services);
  const other = open('https://other.example.org/1', BORN);
  expect(born(settledByHost(readBy(other), kept))).toEqual(['2008-05-09', 'take']);
  expect(born(settledByHost(other, kept))).toEqual(['2008-09-05', 'leave']);
});

it('asks where the host and the adapter were said to write in two ways', () => {
  const kept = { 'rms.example.org': 'day-first', 'adapter rms': 'month-first' } as const;
  expect(born(settledByHost(readBy(open(HERE, BORN)), kept))).toEqual(['2008-09-05', 'leave']);
});

it('asks again where what was kept cannot be read', async () => {
  const services = { work: memoryWork() };
  await services.work.save('date-orders', { 'rms.example.org': 'either' }, 0);
  expect(await dateOrders(services)).toEqual({});
});

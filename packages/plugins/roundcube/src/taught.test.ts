/** A contact taught by pointing, without the plugin’s own adapters: its head shows no labels, but the rest does. */
import { readFileSync } from 'node:fs';
import { readPage } from '@cyber-prevent/core/page';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import {
  adapterFile,
  proveAdapter,
  recordFixture,
  type TaughtValue,
  taughtAddress,
  teachAdapter,
} from '@cyber-prevent/core/teach';
import { testAdapterFile } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';

const read = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const { url } = JSON.parse(read('contact-1.json'));
const snapshot = snapshotOfHtml(read('contact-1.html'), {
  url,
  frames: { 'contact-frame': read('contact-1.shown.html') },
});
const reading = readPage(snapshot);
const page = { snapshot, reading };

const inHead = (name: string) => ({
  place: { frame: [0], selector: `#contact-frame >>> #contacthead .${name} > .namefield` },
});
const labelled = (text: string) => ({
  valueId: reading.values.find(({ value }) => value === text)?.id ?? text,
});
const taught: readonly TaughtValue[] = [
  { path: 'subject.name', ...inHead('displayname') },
  { path: 'subject.aliases[]', ...inHead('nickname') },
  { path: 'subject.school', ...inHead('organization') },
  { path: 'subject.bornOn', ...labelled('21/06/2010') },
  { path: 'subject.emails[]', ...labelled('jasper.q@example.org') },
  { path: 'subject.phones[]', ...labelled('07700 900808') },
];
const { query } = taughtAddress(page) ?? {};
const result = teachAdapter({
  ...page,
  taught,
  about: {
    id: 'taught/contact',
    title: 'Contact, taught',
    owner: 'Test desk',
    version: '1.0.0',
    ...(query ? { query } : {}),
  },
});
if (!result.ok) throw new Error(JSON.stringify(result.issues));
const adapter = result.value;

it('goes by labels, and by those that the markup has where none shows', () => {
  expect(adapter.match.query).toEqual({ _task: 'addressbook' });
  const fields = adapter.screens[0]?.fields;
  expect(fields?.['subject.bornOn']).toEqual([{ label: 'Birthday', owner: 'Personal' }]);
  expect(fields?.['subject.phones[]']?.[0]).toEqual({ label: 'Mobile', owner: 'Phone' });
  // The markup's name for a part of a card is a label too.
  expect(fields?.['subject.name']?.[0]).toEqual({ label: 'Name', owner: 'Name and Company' });
  expect(fields?.['subject.school']).toHaveLength(1);
  expect(JSON.stringify(adapter)).not.toMatch(/jasper|quill|jaz|mythering|2010|900808/i);
});

it('reads what was pointed at', () => {
  expect(proveAdapter(adapter, page, taught)).toMatchObject({
    isChosen: true,
    proved: { fields: taught.length, of: taught.length },
  });
});

const recorded = recordFixture(snapshot, adapter, { name: 'contact', seed: 7 });
if (!recorded.ok) throw new Error(JSON.stringify(recorded.issues));
testAdapterFile(adapterFile(adapter, [recorded.value.fixture]));

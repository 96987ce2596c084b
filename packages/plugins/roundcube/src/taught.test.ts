/** A contact taught by pointing, without the plugin’s own adapters: its head has no labels, and the rest has. */
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

it('goes by label where there is one, and by what the markup is called where there is none', () => {
  expect(adapter.match.query).toEqual({ _task: 'addressbook' });
  const fields = adapter.screens[0]?.fields;
  expect(fields?.['subject.bornOn']).toEqual([{ label: 'Birthday', owner: 'Personal' }]);
  expect(fields?.['subject.phones[]']?.[0]).toEqual({ label: 'Mobile', owner: 'Phone' });
  for (const path of ['subject.name', 'subject.aliases[]', 'subject.school'] as const)
    expect(JSON.stringify(fields?.[path])).toMatch(/#contact-frame >>> /);
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

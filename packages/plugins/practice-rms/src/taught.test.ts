/** The frameset look taught by pointing, without the plugin’s own adapter. */
import { readdirSync, readFileSync } from 'node:fs';
import type { FieldPath } from '@cyber-prevent/core';
import { readPage } from '@cyber-prevent/core/page';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import {
  adapterFile,
  proveAdapter,
  recordFixture,
  type TaughtValue,
  teachAdapter,
} from '@cyber-prevent/core/teach';
import { testAdapterFile, testAdapterMetamorphs } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';

const folder = new URL('../fixtures/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

function pageOf(name: string) {
  const { url, frames } = JSON.parse(read(`${name}.json`));
  const files = Object.entries(frames as Record<string, string>);
  const snapshot = snapshotOfHtml(read(`${name}.html`), {
    url,
    frames: Object.fromEntries(files.map(([src, file]) => [src, read(file)])),
  });
  return { snapshot, reading: readPage(snapshot) };
}

const page = pageOf('legacy-4');

/** An officer's statements about the values, by label and the title of the panel. */
const SAID: readonly (readonly [label: string, panel: string, path: FieldPath])[] = [
  ['Name', 'Subject', 'subject.name'],
  ['D.O.B.', 'Subject', 'subject.bornOn'],
  ['Sex', 'Subject', 'subject.sexRecorded'],
  ['Address', 'Subject', 'subject.address'],
  ['Postcode', 'Subject', 'subject.postcode'],
  ['School/Employer', 'Subject', 'subject.school'],
  ['Telephone', 'Subject', 'subject.phones[]'],
  ['E-mail', 'Subject', 'subject.emails[]'],
  ['Comm. Needs', 'Subject', 'subject.communicationNeeds'],
  ['Ref No', 'Referral', 'referral.reference'],
  ["Date Rec'd", 'Referral', 'referral.receivedOn'],
  ['Details', 'Circumstances', 'referral.narrative'],
  ['Name', 'Referring officer / referrer', 'referrer.name'],
  ['Telephone', 'Referring officer / referrer', 'referrer.phone'],
  ['Name', 'Parent or guardian', 'relatedPersons[].name'],
  ['Telephone', 'Parent or guardian', 'relatedPersons[].phones[]'],
];

const taught = SAID.map(([label, panel, path]): TaughtValue => {
  const value = page.reading.values.find(
    (each) => each.label === label && each.owner.at(-1) === panel,
  );
  return { path, valueId: value?.id ?? `${label} in ${panel}` };
});
const result = teachAdapter({
  ...page,
  taught,
  suppressed: page.reading.values.filter(({ label }) => label === 'Operator').map(({ id }) => id),
  about: {
    id: 'taught/legacy',
    title: 'Practice record system, taught',
    owner: 'Test desk',
    version: '1.0.0',
    paths: ['/legacy/records/*'],
  },
});
if (!result.ok) throw new Error(JSON.stringify(result.issues));
const adapter = result.value;

it('reads what was pointed at, by labels alone', () => {
  expect(result.issues).toEqual([]);
  expect(JSON.stringify(adapter)).not.toContain('selector');
  expect(proveAdapter(adapter, page, taught)).toMatchObject({
    isChosen: true,
    proved: { fields: SAID.length, of: SAID.length },
    fellBack: [],
  });
});

it.each(
  readdirSync(folder)
    .filter((name) => /^legacy-\d+\.json$/.test(name))
    .map((name) => name.replace('.json', '')),
)('knows another record too: %s', (name) => {
  const other = pageOf(name);
  const proof = proveAdapter(adapter, other, []);
  const expected = JSON.parse(read(`${name}.json`)).fields as Record<string, string[]>;
  expect(proof.isChosen).toBe(true);
  for (const { path, reads } of proof.fields)
    if (path === 'subject.name' || path === 'referrer.name')
      expect(reads.map(({ value }) => value)).toEqual(expected[path]);
});

const recorded = recordFixture(page.snapshot, adapter, { name: 'legacy', seed: 4 });
if (!recorded.ok) throw new Error(JSON.stringify(recorded.issues));
const text = adapterFile(adapter, [recorded.value.fixture]);

it('has nothing of the record in its file', () => {
  const tokens = (words: string) => words.toLowerCase().match(/\p{L}{4,}|\p{N}{4,}/gu) ?? [];
  const { fields } = JSON.parse(read('legacy-4.json'));
  const kept = new Set(recorded.value.kept.flatMap(tokens));
  const inFile = new Set(tokens(JSON.stringify(recorded.value.fixture.snapshot)));
  const left = tokens(Object.values(fields).flat().join(' ')).filter(
    (word) => inFile.has(word) && !kept.has(word),
  );
  // A tag of the page, and the host reserved for examples.
  expect(left.filter((word) => word !== 'form' && word !== 'example')).toEqual([]);
});

testAdapterFile(text);
testAdapterMetamorphs('legacy-4', adapter, page.snapshot);

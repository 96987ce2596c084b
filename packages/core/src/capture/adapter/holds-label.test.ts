/** Tests of a taught label whose own value is missing: what comes next on the page is never taken for it. */
import { expect, test } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import type { FieldPath } from '../field/field-path.js';
import type { Adapter } from './adapter.js';

function decided(path: FieldPath, label: string, value: string): readonly string[] {
  const lines = value.replaceAll('\n', '<br>');
  const snapshot = snapshotOfHtml(
    `<h1>Person record</h1><dl><dt>${label}</dt><dd>${lines}</dd></dl>`,
    { url: 'https://rms.example.org/1' },
  );
  const adapter: Adapter = {
    id: 'test/record',
    title: 'Test',
    version: '1.0.0',
    owner: 'Test',
    engine: '>=0.0.1',
    match: { anchors: [{ heading: 'Person record' }] },
    screens: [{ fields: { [path]: [{ label }] } }],
    fixtures: [],
  };
  const reading = readPage(snapshot);
  const { rows } = openDraft({
    reading,
    snapshot,
    adapters: [adapter],
    way: 'page',
    host: testHost(),
  });
  return rows.flatMap((row) => (row.path === path ? [row.decision.kind] : []));
}

test.each([
  ['subject.school', 'School', 'Home address: 37 Heol y Ffug'],
  ['subject.aliases[]', 'Alias', 'Date of birth:\n13 March 2009'],
  ['referrer.organisation', 'Organisation', 'Referrer telephone: 01632 960821'],
  ['subject.school', 'Sch.', 'Addr.\n23 Old Mill Court'],
  ['referrer.name', 'Tutor', `Mrs Ingrid Blott${' of the Wharf Free School'.repeat(5)}`],
  ['subject.familyName', 'Last name', 'Date of birth'],
  ['subject.school', 'School', 'Change'],
  ['subject.school', 'Site', 'Site Tutor Northmoor'],
] as const)('%s under “%s” is not taken from “%s”', (path, label, value) => {
  expect(decided(path, label, value)).not.toContain('take');
});

test.each([
  ['subject.school', 'School', 'Testford Academy'],
  ['subject.phones[]', 'Telephone', 'Mobile: 07700 900321'],
  ['subject.onlineIdentifiers[].asSeen', 'Online', 'Discord: wrax_9'],
  ['subject.address', 'Home', '1 Fen Row\nTestford\nZZ99 3VZ'],
  ['subject.school', 'Education', 'School'],
] as const)('%s under “%s” is taken from “%s”', (path, label, value) => {
  expect(decided(path, label, value)).toContain('take');
});

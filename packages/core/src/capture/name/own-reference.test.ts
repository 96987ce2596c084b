/** References under labels that a system has made for itself. */
import { expect, test } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';

const referencesIn = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows.flatMap(({ path, value }) => (path === 'referral.reference' ? [value] : []));
const list = (...pairs: readonly (readonly [string, string])[]) =>
  `<dl>${pairs.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`;
const BORN = ['Date of birth', '14/03/2009'] as const;

test.each([
  ['the section’s name and ID', `<h2>Contact</h2>${list(['Contact ID', 'C-26-3391'], BORN)}`],
  ['a system’s capitals and its log', list(['QRSP log code', 'C-26-3391'], BORN)],
])('%s name the reference of the record', (_, html) => {
  expect(referencesIn(html)).toEqual(['C-26-3391']);
});

test.each([
  ['of a person', `<h2>Parent</h2>${list(['Parent ID', 'P-26-0001'], BORN)}`],
  ['beside another', `${list(['Referral reference', 'RF-26-1'], ['QRSP log code', 'C-26-3391'])}`],
  ['one of two', list(['QRSP log code', 'C-26-3391'], ['QRSP case code', 'C-26-3392'], BORN)],
  ['figures alone', list(['QRSP log code', '263391'], BORN)],
])('it is none %s', (_, html) => {
  expect(referencesIn(html)).not.toContain('C-26-3391');
  expect(referencesIn(html)).not.toContain('P-26-0001');
  expect(referencesIn(html)).not.toContain('263391');
});

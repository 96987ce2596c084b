/** Tests of a reference that only the heading of a record has. */
import { expect, test } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import { knowsLabel } from '../name/knows-label.js';

const FACTS =
  '<dl><dt>Date of birth</dt><dd>04/03/2010</dd><dt>School</dt><dd>Testford Academy</dd></dl>';

function references(html: string) {
  const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const reading = readPage(snapshot, { knows: knowsLabel });
  const { rows } = openDraft({ reading, snapshot, adapters: [], way: 'page', host: testHost() });
  return rows
    .filter(({ path }) => /^referral\.(?:reference|otherReferences)/.test(path ?? ''))
    .map(({ path, value, decision, place }) => ({
      path,
      value,
      decision: decision.kind,
      at: place.verbatim,
    }));
}

test.each([
  ['Case 2024/0132 – Tamsin Vael', '2024/0132'],
  ['Tamsin Vael (Referral ref: RF-26-1183)', 'RF-26-1183'],
  ['View referral #4711', '4711'],
  ['Case number: CC/2026/03194', 'CC/2026/03194'],
  ['Edit intake 26-00418', '26-00418'],
  ['Contact log - Tamsin Vael (CSP 26-118)', 'CSP 26-118'],
  ['CSP 26-118: Referral to diversion', 'CSP 26-118'],
])('“%s” offers its reference, and leaves it', (heading, value) => {
  expect(references(`<h1>${heading}</h1>${FACTS}`)).toEqual([
    { path: 'referral.reference', value, decision: 'leave', at: heading },
  ]);
});

test.each([
  ['a year', `<h1>Case 2024 – Tamsin Vael</h1>${FACTS}`],
  ['a day', `<h1>Referral 04/03/2026</h1>${FACTS}`],
  ['a school year', `<h1>GCSE 2024/25</h1>${FACTS}`],
  ['a telephone', `<h1>Case 07700900417</h1>${FACTS}`],
  ['a number of something else', `<h1>Room 4711</h1>${FACTS}`],
  ['another person’s case', `<h1>Sibling: Case 2024/0133</h1>${FACTS}`],
  ['one of two cases', `<h1>Case 2024/0132</h1><h2>Case 2024/0133</h2>${FACTS}`],
  ['a page without a record', '<h1>Case 2024/0132</h1><p>Nothing is here.</p>'],
])('%s is not a reference of the record', (_, html) => {
  expect(references(html)).toEqual([]);
});

test('the reference that has a label of its own is the only one', () => {
  const page = `<h1>Case 2024/0132</h1>${FACTS}<dl><dt>Referral reference</dt><dd>RF-26-1183</dd></dl>`;
  expect(references(page).map(({ value }) => value)).toEqual(['RF-26-1183']);
});

test('a code of letters that a heading names as what is edited is one, beside the reference of somebody else’s', () => {
  const theirs = '<dl><dt>Their ref</dt><dd>FGP/26/0091773</dd></dl>';
  const values = (heading: string) =>
    references(`<h1>${heading}</h1>${FACTS}${theirs}`).map(({ value }) => value);
  expect(values('Edit contact C-26-3391')).toEqual(['C-26-3391', 'FGP/26/0091773']);
  expect(values('Edit person C-26-3391')).toEqual(['FGP/26/0091773']);
  expect(values('Contact C-26-3391')).toEqual(['FGP/26/0091773']);
});

import { expect, test } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import { knowsLabel } from './knows-label.js';

/** Values that start as taken for the subject. */
const taken = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' }), {
      knows: knowsLabel,
    }),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows.flatMap(({ path, raw, decision }) =>
    path?.startsWith('subject.') && decision.kind === 'take' ? [raw] : [],
  );
/** One record, whose name has a label that nobody knows. */
const record = (name: string, born: string, phone: string) =>
  `<div><p>Customer: ${name}</p><p>DOB: ${born}</p><p>Contact number: ${phone}</p></div>`;
const TAZ = ['Taz Vael', '14/03/2009', '07700 900111'] as const;
const KAI = ['Kai Marlow', '21/06/2008', '07700 900222'] as const;

test('a second record under the same labels is another person’s', () => {
  const given = taken(`<h1>Taz Vael</h1>${record(...TAZ)}${record(...KAI)}`);
  expect(given).toContain('07700 900111');
  expect(given).not.toContain('07700 900222');
});

test('the record that the heading names is the subject’s, also if it comes last', () => {
  const given = taken(`<h1>Taz Vael</h1>${record(...KAI)}${record(...TAZ)}`);
  expect(given).toContain('07700 900111');
  expect(given).not.toContain('07700 900222');
  expect(given).not.toContain('21/06/2008');
});

test('of two records that nothing tells apart none is the subject’s', () => {
  const given = taken(`<h1>Register</h1>${record(...TAZ)}${record(...KAI)}`);
  expect(given).toEqual([]);
});

test('the same record twice, its date written in two ways, is one person’s', () => {
  const given = taken(
    `<h1>Register</h1>${record(...TAZ)}${record('Taz Vael', '14 March 2009', '07700 900111')}`,
  );
  expect(given).toContain('07700 900111');
});

test('a second telephone and a second address begin no record', () => {
  const given = taken(
    `<h1>Register</h1>${record(...TAZ)}<p>Contact number: 07700 900333</p><p>Email: taz@example.org</p>`,
  );
  expect(given).toContain('07700 900333');
  expect(given).toContain('taz@example.org');
});

test('a heading with a role before the name does not name the subject', () => {
  const given = taken(
    `<h2>Young person</h2><p>DOB: 14/03/2009</p><p>Contact number: 07700 900111</p><h2>Sibling: Kai Marlow</h2><p>DOB: 21/06/2008</p>`,
  );
  expect(given).not.toContain('Kai Marlow');
});

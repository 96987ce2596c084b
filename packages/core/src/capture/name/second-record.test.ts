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

/** One record in lines. */
const lines = (...facts: readonly (readonly [string, string])[]) =>
  `<div>${facts.map(([label, value]) => `<p>${label}: ${value}</p>`).join('')}</div><hr>`;

test('lines that go on with another’s accounts are theirs, though the form’s labels cannot be read', () => {
  const own = (name: string) =>
    lines(
      ['01/2024 Name', name],
      ['02/2024 Accounts', `Discord: ${name}_d<br>Steam: ${name}_s<br>Reddit: ${name}_r`],
    );
  expect(taken(`<h1>Taz Vael</h1>${own('Taz')}${own('Kai')}`)).toEqual([]);
});

test('records in which no label names anybody are several people’s where a fact of theirs returns', () => {
  const own = (phone: string, email: string) => lines(['Telephone', phone], ['Email', email]);
  const html = `<h1>Taz Vael</h1>${own('07700 900111', 'taz@example.org')}${own('07700 900222', 'kai@example.org')}`;
  expect(taken(html)).toEqual([]);
});

test('records whose labels nobody knows give the subject nothing of the one fact that is known', () => {
  const own = (name: string, born: string, town: string) =>
    [
      ['Blorf', name],
      ['Frim', born],
      ['Snag', town],
    ] as const;
  const html = `<h1>Taz Vael</h1>${lines(...own('Taz', 'March', 'Testham'))}${lines(...own('Kai', 'June', 'Mockland'), ['Téléphone', '07700 900222'])}`;
  expect(taken(html)).not.toContain('07700 900222');
});

test('a log whose labels return takes nothing from the facts in a section of their own', () => {
  const entry = (day: string, note: string, by: string) =>
    lines(['Seen', day], ['Said', note], ['Place', by]);
  const facts = '<h2>Contact</h2><dl><dt>Mobile</dt><dd>07700 900111</dd></dl>';
  const log = `<h2>Log</h2>${entry('Monday', 'well', 'Testham')}${entry('Tuesday', 'ill', 'Mockland')}`;
  expect(taken(`<h1>Taz Vael</h1>${facts}${log}`)).toContain('07700 900111');
});

test('a record without a name is not the subject’s because it comes after theirs', () => {
  const own = (born: string, email: string) => [
    ['Date of birth', born] as const,
    ['Email', email] as const,
  ];
  const given = taken(
    `<h1>Taz Vael</h1>${lines(['Name', 'Taz Vael'], ...own('14/03/2009', 'taz@example.org'))}${lines(...own('21/06/2008', 'kai@example.org'))}${lines(['Name', 'Sam Orrin'], ...own('1/6/2007', 'sam@example.org'))}`,
  );
  expect(given).toContain('taz@example.org');
  expect(given).not.toContain('kai@example.org');
});

test('the record that has the words of the heading in two values is the subject’s', () => {
  const own = (given: string, last: string, phone: string) =>
    lines(['Given', given], ['Last', last], ['Mobile', phone], ['Home', `${given}@example.org`]);
  const html = `<h1>Taz Vael</h1>${own('Kai', 'Vael', '07700 900222')}${own('Taz', 'Vael', '07700 900111')}`;
  const given = taken(html);
  expect(given).toContain('07700 900111');
  expect(given).not.toContain('07700 900222');
});

test('the lines of another’s address are not joined to the subject’s', () => {
  const own = (address: string, mobile: string) =>
    lines(['Town', address], ['Mobile', mobile], ['Postcode', 'ZZ99 3VZ']);
  const given = taken(
    `<h1>Taz Vael</h1><p>Name: Taz Vael</p><p>Address: 4 Slate Row</p>${own('Testham', '07700 900111')}${own('Mockland', '07700 900111')}`,
  );
  expect(given.join()).toContain('4 Slate Row');
  expect(given.join()).not.toContain('Mockland');
});

test('a heading that is over each of several records says of none that it is the subject’s', () => {
  const own = (phone: string, email: string) =>
    `<h2>Person</h2>${lines(['Known as', email.slice(0, 3)], ['Telephone', phone], ['Email', email])}`;
  const html = `<h1>Taz Vael</h1>${own('07700 900111', 'taz@example.org')}${own('07700 900222', 'kai@example.org')}`;
  expect(taken(html).filter((raw) => /\d|@/.test(raw))).toEqual([]);
});

test('a name at the end of a record is of the record that begins there', () => {
  const own = (born: string, email: string) =>
    [
      ['Date of birth', born],
      ['Email', email],
    ] as const;
  const given = taken(
    `<h1>Taz Vael</h1>${lines(...own('21/06/2008', 'kai@example.org'))}${lines(['Full name', 'Taz Vael'], ...own('14/03/2009', 'taz@example.org'))}`,
  );
  expect(given).toContain('taz@example.org');
  expect(given).not.toContain('kai@example.org');
});

test('a form over again under a name that is in no list is not the subject’s because the title rules it', () => {
  const own = (name: string, born: string, email: string) =>
    `<h2>${name}</h2>${lines(['Pupil’s first name', name.split(' ')[0] ?? ''], ['Pupil’s date of birth', born], ['Pupil’s email', email])}`;
  const given = taken(
    `<h1>Ffion Vael</h1>${own('Dakzz van der Marlow', '21/06/2008', 'dak@example.org')}${own('Priya Orrin', '1/6/2007', 'priya@example.org')}${own('Ffion Vael', '14/03/2009', 'ffion@example.org')}`,
  );
  expect(given).not.toContain('dak@example.org');
  expect(given).not.toContain('priya@example.org');
});

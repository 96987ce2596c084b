import { expect, test } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';

/** Values offered as the subject's. */
const subjects = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows.flatMap(({ path, raw }) => (path?.startsWith('subject.') ? [raw] : []));

test('a brother’s column in the words of the pupil’s form gives the subject nothing', () => {
  const given = subjects(`<h1>Taz Vael</h1><table>
    <thead><tr><th></th><th>Subject</th><th>Sibling</th></tr></thead>
    <tr><th>Pupil name</th><td>Taz Vael</td><td>Kai Marlow</td></tr>
    <tr><th>Pupil’s telephone</th><td>07700 900111</td><td>07700 900222</td></tr>
    <tr><th>Pupil’s email</th><td></td><td>kai@example.org</td></tr></table>`);
  expect(given).toContain('07700 900111');
  expect(given).not.toContain('07700 900222');
  expect(given).not.toContain('kai@example.org');
});

test('a card of a linked child in the words of the pupil’s form gives the subject nothing', () => {
  const given = subjects(`<h1>Taz Vael</h1>
    <h2>Subject</h2><dl><dt>Pupil’s telephone</dt><dd>07700 900111</dd></dl>
    <h2>Linked child</h2><dl><dt>Pupil’s telephone</dt><dd>07700 900222</dd><dt>Pupil’s email</dt><dd>kai@example.org</dd></dl>`);
  expect(given).toContain('07700 900111');
  expect(given).not.toContain('07700 900222');
  expect(given).not.toContain('kai@example.org');
});

test('a list row of a sibling gives the subject nothing, whatever its column says', () => {
  const given = subjects(`<h1>Taz Vael</h1><table>
    <thead><tr><th>Role</th><th>Pupil name</th><th>Pupil’s telephone</th><th>Pupil known as</th></tr></thead>
    <tr><td>Subject</td><td>Taz Vael</td><td>07700 900111</td><td></td></tr>
    <tr><td>Sibling</td><td>Kai Marlow</td><td>07700 900222</td><td>Zed</td></tr></table>`);
  expect(given).toContain('07700 900111');
  expect(given).not.toContain('07700 900222');
  expect(given).not.toContain('Zed');
});

test.each(['Kai Marlow (brother)', 'Brother: Kai Marlow', 'Linked child'])(
  'a form over again under “%s” gives the subject nothing, though only it has a telephone',
  (heading) => {
    const form = (of: Readonly<Record<string, string>>) =>
      `<dl>${Object.entries(of)
        .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
        .join('')}</dl>`;
    const given = subjects(`<h1>Taz Vael</h1>
      ${form({ 'Full name': 'Taz Vael', 'Date of birth': '14/03/2009' })}
      <h2>${heading}</h2>
      ${form({ 'Full name': 'Kai Marlow', 'Date of birth': '1/6/2008', 'Young person’s phone': '07700 900222' })}`);
    expect(given).toContain('14/03/2009');
    expect(given).not.toContain('07700 900222');
  },
);

test('what a referrer’s part asks of the pupil stays the subject’s, though both have a name', () => {
  const given = subjects(`<h1>Referral</h1>
    <h2>Pupil</h2><dl><dt>Name</dt><dd>Taz Vael</dd></dl>
    <h2>Referrer</h2><dl><dt>Name</dt><dd>Odette Fairbarrow</dd><dt>Pupil’s telephone</dt><dd>07700 900111</dd></dl>`);
  expect(given).toContain('07700 900111');
});

test('what a referrer’s part alone asks of the pupil stays the subject’s', () => {
  const given = subjects(`<h1>Referral</h1>
    <h2>Referrer</h2><dl><dt>Name</dt><dd>Odette Fairbarrow</dd><dt>Pupil’s telephone</dt><dd>07700 900111</dd></dl>`);
  expect(given).toEqual(['07700 900111']);
});

test('a role before a name of any length says whose the part is', () => {
  const given = subjects(`<h1>Referral of Taz Vael</h1>
    <h2>Subject: Taz Vael</h2><dl><dt>Known as</dt><dd>Tazzy</dd></dl>
    <h2>Sibling: Imogen Beth Fairbarrow van der Pretend</h2><dl><dt>Known as</dt><dd>Zed</dd></dl>`);
  expect(given).toContain('Tazzy');
  expect(given).not.toContain('Zed');
});

test('what follows another person’s name is theirs, in the words of the pupil’s form too', () => {
  const form = (name: string, phone: string, born: string) =>
    `<div><h2>Record ${born.length}</h2><dl><dt>Name</dt><dd>${name}</dd><dt>Date of birth</dt><dd>${born}</dd><dt>Pupil’s telephone</dt><dd>${phone}</dd></dl></div>`;
  const given = subjects(
    `<h1>Taz Vael</h1>${form('Taz Vael', '07700 900111', '14/03/2009')}${form('Kai Marlow', '07700 900222', '1/6/2008')}`,
  );
  expect(given).toContain('07700 900111');
  expect(given).not.toContain('07700 900222');
});

test('the forms of two others are theirs also where nothing stands outside such parts', () => {
  const form = (of: Readonly<Record<string, string>>) =>
    `<dl>${Object.entries(of)
      .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
      .join('')}</dl>`;
  const own = (given: string, phone: string) => ({
    'First name': given,
    'Pupil’s telephone': phone,
  });
  const given = subjects(`<h1>Taz Vael</h1>${form(own('Taz', '07700 900111'))}
    <h2>Kai Marlow (associate)</h2>${form(own('Kai', '07700 900222'))}
    <h2>Sam Orrin (co-accused)</h2>${form(own('Sam', '07700 900333'))}`);
  expect(given).toContain('07700 900111');
  expect(given).not.toContain('07700 900222');
  expect(given).not.toContain('07700 900333');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { testHost } from '../testing/host.js';
import { openDraft } from './draft/open-draft.js';

const rows = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows;
/** Values offered as the subject's. */
const subjects = (html: string) =>
  rows(html).flatMap(({ path, raw }) => (path?.startsWith('subject.') ? [raw] : []));
const list = (facts: Readonly<Record<string, string>>) =>
  `<dl>${Object.entries(facts)
    .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
    .join('')}</dl>`;

const SUBJECT = { Name: 'Taz Vael', 'Date of birth': '14/03/2009', Mobile: '07700 900111' };
const OTHER = {
  Name: 'Kai Marlow',
  'Date of birth': '21/06/2008',
  Mobile: '07700 900222',
  Email: 'kai@example.org',
};

const HEADINGS = [
  'Linked nominal',
  'Linked nominals',
  'Other young person',
  'Other young people involved',
  'Second subject',
  'Subject 2',
  'Nominal (linked)',
  'Sibling of subject',
  'Brother of the young person',
  'Subject’s GP',
  'Associated persons',
  'Known associates',
  'Household',
  'Key worker',
  'Key worker details',
  'Case owner',
  'Partner',
  'Other person',
];

describe('facts under a heading about somebody else', () => {
  it.each(HEADINGS)('are not the subject’s: %s', (heading) => {
    const other = `<section><h2>${heading}</h2>${list(OTHER)}</section>`;
    const own = `<section><h2>Record</h2>${list(SUBJECT)}</section>`;
    for (const page of [other + own, own + other]) {
      const said = subjects(page);
      for (const value of Object.values(OTHER)) expect(said).not.toContain(value);
      expect(said).toEqual(expect.arrayContaining(Object.values(SUBJECT)));
    }
    expect(subjects(other)).toEqual([]);
  });

  it.each([
    'Subject',
    'Subject details',
    'Young person',
    'Subject 1',
    'Nominal',
    'Additional subject details',
  ])('are the subject’s where it is about the subject: %s', (heading) => {
    expect(subjects(`<h2>${heading}</h2>${list(SUBJECT)}`)).toEqual(
      expect.arrayContaining(Object.values(SUBJECT)),
    );
  });

  it('are offered all the same, without a name of a field, and left', () => {
    const found = rows(`<h2>Linked nominal</h2>${list(OTHER)}`);
    expect(found.map(({ raw }) => raw)).toEqual(expect.arrayContaining(Object.values(OTHER)));
    expect(found.every(({ decision }) => decision.kind === 'leave')).toBe(true);
  });
});

describe('a second person on the page', () => {
  const record = `<h2>Record</h2>${list(SUBJECT)}`;

  it('keeps the mobiles of a list above the record', () => {
    const above = [
      '<table><tr><th>Name</th><th>Mobile</th></tr><tr><td>Kai Marlow</td><td>07700 900222</td></tr><tr><td>Ash Bryn</td><td>07700 900333</td></tr></table>',
      list({ Name: 'Kai Marlow', Mobile: '07700 900222' }) +
        list({ Name: 'Ash Bryn', Mobile: '07700 900333' }),
      `<h3>Kai Marlow</h3>${list({ Mobile: '07700 900222' })}<h3>Ewan Bryn</h3>${list({ Mobile: '07700 900333' })}`,
    ];
    for (const people of above)
      for (const page of [people + record, `<h1>Subject</h1>${people}${record}`]) {
        const said = subjects(page);
        expect(said).not.toContain('07700 900222');
        expect(said).not.toContain('07700 900333');
        expect(said).toContain('07700 900111');
      }
  });

  it('is followed by contact details that are theirs', () => {
    const page = `<h2>Record</h2>${list(SUBJECT)}<h2>Also seen</h2>${list({ Name: 'Kai Marlow' })}<h2>Reach</h2>${list({ Mobile: '07700 900222' })}`;
    expect(subjects(page)).not.toContain('07700 900222');
  });

  it('takes nothing from the subject where a part of the page is within the subject’s own', () => {
    const page = `<h1>Record</h1>${list(SUBJECT)}<h2>Also seen</h2>${list({ Name: 'Kai Marlow' })}<h2>Reach</h2>${list({ Email: 'taz@example.org' })}`;
    expect(subjects(page)).toContain('taz@example.org');
  });

  it('leaves nobody the subject by default where nothing says which of the two is', () => {
    expect(subjects(`<h2>First</h2>${list(SUBJECT)}<h2>Next</h2>${list(OTHER)}`)).toEqual([]);
  });

  it('is told from the subject by the title of the page', () => {
    const page = `<title>Taz Vael – Records</title><h2>First</h2>${list(OTHER)}<h2>Next</h2>${list(SUBJECT)}`;
    expect(subjects(page)).toEqual(expect.arrayContaining(Object.values(SUBJECT)));
    expect(subjects(page)).not.toContain('07700 900222');
  });

  it('comes after the one who is shown where a tab is not open, wherever the tab stands', () => {
    const hidden = `<div style="display:none"><h2>Tab</h2>${list(OTHER)}</div>`;
    const shown = `<div><h2>Record</h2>${list(SUBJECT)}</div>`;
    for (const page of [hidden + shown, shown + hidden]) {
      expect(subjects(page)).toEqual(expect.arrayContaining(Object.values(SUBJECT)));
      expect(subjects(page)).not.toContain('07700 900222');
    }
  });

  it('takes nothing from the subject where a heading says the subject’s name', () => {
    const page = `<h2>Identity</h2>${list({ Forename: 'Taz', Surname: 'Vael', 'Date of birth': '14/03/2009' })}<h2>Practitioner</h2>${list({ Name: 'Kai Marlow', Email: 'kai@example.org' })}<h2>Taz Vael’s last known address</h2>${list({ 'Phone number': '07700 900111' })}`;
    expect(subjects(page)).toContain('07700 900111');
    expect(subjects(page)).not.toContain('kai@example.org');
  });

  it('is not the same person under another form of the name', () => {
    const page = `<h2>Summary</h2>${list({ Name: 'VAEL, Taz (M)', Mobile: '07700 900111' })}<h2>Identity</h2>${list({ Forename: 'Taz', Surname: 'Vael', 'Date of birth': '14/03/2009' })}`;
    expect(subjects(page)).toContain('07700 900111');
  });

  it('has what is theirs, whoever they are and however many', () => {
    const names = ['Kai Marlow', 'Ash Bryn', 'Ola Tarn', 'Ren Holm', 'Ivo Sand'];
    const others = fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...names),
        heading: fc.constantFrom(...HEADINGS, 'Also seen', 'Record 2'),
      }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(others, fc.nat(4), (people, at) => {
        const blocks = people.map(
          ({ name, heading }, nth) =>
            `<h2>${heading}</h2>${list({ Name: name, Mobile: `07700 9002${10 + nth}` })}`,
        );
        blocks.splice(Math.min(at, blocks.length), 0, record);
        const said = subjects(blocks.join(''));
        people.forEach(({ name }, nth) => {
          expect(said).not.toContain(name);
          expect(said).not.toContain(`07700 9002${10 + nth}`);
        });
        expect(said).toEqual(expect.arrayContaining(Object.values(SUBJECT)));
      }),
    );
  });
});

/** Nothing starts as typed into the record of somebody else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { buildIntervention, buildSubject } from '../testing/fiction/builder.js';
import { fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';
import type { ReferenceDoubt } from './whose-reference.js';

const LISTS = gatherCodeLists();
const CORDELIA = buildSubject({
  name: 'Cordelia Ashgrove',
  bornOn: '2010-05-05',
});
const CONTACT = buildIntervention({ subjectId: CORDELIA.id, note: 'She spoke about the club.' });

function planOn(html: string) {
  const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const form = nameForm(snapshot, readPage(snapshot), { kind: 'intervention' });
  const records = { subject: CORDELIA, intervention: CONTACT };
  return planFill(form, fillValues('intervention', records, LISTS), [], []);
}
const starts = (html: string) => planOn(html).rows.filter(({ start }) => start === 'type').length;

const NOTES = '<label for="n">Notes</label><textarea id="n"></textarea>';
const boxed = (name: string, born: string) => `<h1>Contact</h1>
  <label for="a">Name</label><input id="a" value="${name}">
  <label for="b">Date of birth</label><input id="b" value="${born}">${NOTES}`;
const written = (name: string, born: string) => `<h1>Contact</h1>
  <dl><dt>Name</dt><dd>${name}</dd><dt>Date of birth</dt><dd>${born}</dd></dl>${NOTES}`;

describe.each([
  ['in boxes', boxed],
  ['in text', written],
])('a page that names somebody %s', (_, page) => {
  it('has everything left if it is another person, and says who', () => {
    const html = page('Tobias Wren', '2 September 2011');
    expect(starts(html)).toBe(0);
    expect(planOn(html).another).toEqual({ names: ['Tobias Wren'], born: ['2011-09-02'] });
  });

  it('has everything left if a namesake was born on another day', () => {
    expect(starts(page('Cordelia Ashgrove', '6 May 2010'))).toBe(0);
  });

  it('has everything left if a namesake’s date of birth is another, however it is read', () => {
    expect(starts(page('Cordelia Ashgrove', '02/09/2011'))).toBe(0);
    expect(starts(page('Cordelia Ashgrove', '05/05/2010'))).toBeGreaterThan(0);
  });

  it.each(['Cordelia Ashgrove', 'ASHGROVE, Cordelia', 'Miss Cordelia Jane Ashgrove'])(
    'is typed into if it is this person: %s',
    (name) => {
      const html = page(name, '5 May 2010');
      expect(planOn(html).another).toBe(undefined);
      expect(starts(html)).toBeGreaterThan(0);
    },
  );
});

it('is typed into if it names nobody', () => {
  expect(planOn(`<h1>Contact</h1>${NOTES}`).another).toBe(undefined);
  expect(starts(`<h1>Contact</h1>${NOTES}`)).toBeGreaterThan(0);
});

it('never starts as typed where every name on the page is of others', () => {
  const others = fc.constantFrom('Tobias Wren', 'Ines Marlow', 'Petra Lindqvist', 'Ada Vael');
  fc.assert(
    fc.property(others, fc.boolean(), (name, isBoxed) => {
      expect(starts((isBoxed ? boxed : written)(name, ''))).toBe(0);
    }),
    { numRuns: 20 },
  );
});

describe('a page that shows references', () => {
  const html = `<h1>Contact</h1><dl><dt>Case number</dt><dd>NM/26/200</dd></dl>${NOTES}`;
  const planWith = (doubts?: readonly ReferenceDoubt[]) => {
    const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
    const form = nameForm(snapshot, readPage(snapshot), { kind: 'intervention' });
    const records = { subject: CORDELIA, intervention: CONTACT };
    return planFill(form, fillValues('intervention', records, LISTS), [], doubts);
  };
  const typed = ({ rows }: ReturnType<typeof planWith>) =>
    rows.filter(({ start }) => start === 'type').length;

  it('has everything left until they are compared with those on record', () => {
    expect(typed(planWith())).toBe(0);
    expect(planWith().isUnchecked).toBe(true);
    expect(typed(planWith([]))).toBeGreaterThan(0);
  });

  it('has everything left, whatever speaks against it', () => {
    const doubt = fc.record({
      kind: fc.constantFrom('another' as const, 'differs' as const),
      text: fc.string(),
      people: fc.constantFrom([], [{ name: 'Tobias Wren' }]),
      own: fc.constantFrom([], ['NM/26/100']),
    });
    fc.assert(
      fc.property(fc.array(doubt, { minLength: 1, maxLength: 3 }), (doubts) => {
        expect(typed(planWith(doubts))).toBe(0);
        expect(planWith(doubts).doubts).toEqual(doubts);
      }),
      { numRuns: 20 },
    );
  });
});

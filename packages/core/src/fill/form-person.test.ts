/** Nothing starts as typed into the record of somebody else. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { buildIntervention, buildReferral, buildSubject } from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';
import type { FormDoubt } from './whose-form.js';
import type { NameDoubt } from './whose-name.js';
import type { ReferenceDoubt } from './whose-reference.js';

const LISTS = gatherCodeLists();
const CORDELIA = buildSubject({
  name: 'Cordelia Ashgrove',
  bornOn: '2010-05-05',
});
const CONTACT = buildIntervention({ subjectId: CORDELIA.id, note: 'She spoke about the club.' });
const REFERRAL = buildReferral({ subjectId: CORDELIA.id, reference: 'NM/26/104' });

function planOn(html: string, isMeant = false) {
  const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const form = nameForm(snapshot, readPage(snapshot), { kind: 'intervention' });
  const records = { subject: CORDELIA, intervention: CONTACT, referral: REFERRAL };
  return planFill(form, fillValues('intervention', records, LISTS, UNCONDITIONED), [], [], isMeant);
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
  const planWith = (doubts?: readonly ReferenceDoubt[], isMeant = false) => {
    const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
    const form = nameForm(snapshot, readPage(snapshot), { kind: 'intervention' });
    const records = { subject: CORDELIA, intervention: CONTACT };
    return planFill(
      form,
      fillValues('intervention', records, LISTS, UNCONDITIONED),
      [],
      doubts,
      isMeant,
    );
  };
  const typed = ({ rows }: ReturnType<typeof planWith>) =>
    rows.filter(({ start }) => start === 'type').length;

  it('has everything left until they are compared with those on record', () => {
    expect(typed(planWith())).toBe(0);
    expect(planWith().isUnchecked).toBe(true);
    expect(typed(planWith([], true))).toBeGreaterThan(0);
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

describe('a box that holds another date of birth', () => {
  const box = (held: string, more = '') =>
    `<h1>Contact</h1><label for="b">Date of birth</label><input id="b" value="${held}" ${more}>${NOTES}`;
  const bornRow = (html: string) =>
    planOn(html).rows.find(({ value: { path } }) => path === 'subject.bornOn');

  it.each([
    ['in an order that nothing shows', box('02/07/2011')],
    ['in an order that the box shows', box('02/07/2011', 'placeholder="DD/MM/YYYY"')],
    ['in a date box', box('2011-07-02', 'type="date"')],
    ['in words', box('2 July 2011')],
    [
      'in three boxes',
      `<h1>Contact</h1><fieldset><legend>Date of birth</legend><label>Day <input value="2"></label>
        <label>Month <input value="7"></label><label>Year <input value="2011"></label></fieldset>${NOTES}`,
    ],
  ])('has the whole form left, and is never said to mean this one: %s', (_, html) => {
    expect(starts(html)).toBe(0);
    expect(planOn(html).another?.born).toContain('2011-07-02');
    expect(bornRow(html)?.why).toMatchObject({
      code: 'born-differs',
      message: expect.stringMatching(/a different date of birth\. Check whose form this is/),
    });
  });

  it('has the whole form left though it was filled in since the page was read', () => {
    const html = box('');
    const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
    const form = nameForm(snapshot, readPage(snapshot), { kind: 'intervention' });
    const facts = form.controls.map(({ control }) =>
      control.label === 'Date of birth' ? { ...control.facts, value: '02/07/2011' } : control.facts,
    );
    const records = { subject: CORDELIA, intervention: CONTACT };
    const plan = planFill(
      form,
      fillValues('intervention', records, LISTS, UNCONDITIONED),
      facts,
      [],
    );
    expect(plan.rows.filter(({ start }) => start === 'type')).toEqual([]);
    expect(plan.another).toEqual({ names: [], born: ['2011-07-02', '2011-02-07'] });
  });

  it('has nothing left on its account if it may mean this one', () => {
    expect(planOn(box('05/05/2010')).another).toBe(undefined);
    expect(starts(`<h1>Cordelia Ashgrove</h1>${box('05/05/2010')}`)).toBeGreaterThan(0);
    expect(bornRow(box('05.05.10'))?.why?.code).not.toBe('born-differs');
  });

  it('is said to be under the name that the heading gives', () => {
    const html = `<h1>Add a contact: Cordelia Ashgrove</h1>
      <dl><dt>Date of birth</dt><dd>2 July 2011</dd></dl>${NOTES}`;
    expect(planOn(html).another).toEqual({ names: ['Cordelia Ashgrove'], born: ['2011-07-02'] });
  });
});

describe('a page that names nobody', () => {
  const BARE = `<h1>Log a contact</h1>${NOTES}`;

  it.each([
    ['nothing', BARE],
    ['a date of birth alone', `<dl><dt>Date of birth</dt><dd>5 May 2010</dd></dl>${BARE}`],
    ['a name of somebody who belongs to the person', `<h1>Sibling: Cordelia Ashgrove</h1>${NOTES}`],
    ['a name that is not on record', `<h1>Contact with Jem Pound</h1>${NOTES}`],
  ])('has nothing ticked, and asks whose it is, if it shows %s', (_, html) => {
    expect(planOn(html)).toMatchObject({ isNameless: true, isAsked: true });
    expect(starts(html)).toBe(0);
  });

  it('is typed into once the officer has said that it is about this person', () => {
    const plan = planOn(BARE, true);
    expect(plan.isAsked).toBe(undefined);
    expect(plan.rows.some(({ start }) => start === 'type')).toBe(true);
  });

  it.each([
    ['a heading has the name', `<h1>Contact with Cordelia Ashgrove</h1>${NOTES}`],
    ['a label has it', `<dl><dt>Name</dt><dd>Cordelia Ashgrove</dd></dl>${BARE}`],
    ['it shows the reference', `<dl><dt>Case number</dt><dd>NM/26/104</dd></dl>${BARE}`],
    ['the name itself is to be typed', `<label for="a">Name</label><input id="a">${BARE}`],
  ])('asks nothing if %s', (_, html) => {
    expect(planOn(html).isNameless).toBe(undefined);
    expect(starts(html)).toBeGreaterThan(0);
  });
});

describe('the signs of whose form it is', () => {
  const showsOn = (html: string) =>
    (planOn(html).shows ?? []).map(({ kind, text, place, label }) =>
      [kind, text, place ?? label].filter((each) => each !== undefined).join(': '),
    );
  const TERMS = `<dl><dt>Name</dt><dd>ASHGROVE, Cordelia</dd>
    <dt>Date of birth</dt><dd>05/05/2010</dd><dt>Case number</dt><dd>nm 26-104</dd></dl>`;

  it('are named as the page has them, with their places', () => {
    expect(showsOn(`<h1>Contact with Cordelia Ashgrove</h1>${TERMS}${NOTES}`)).toEqual([
      'name: Cordelia ASHGROVE: label',
      'name: Contact with Cordelia Ashgrove: heading',
      'born: 5 May 2010',
      'reference: nm 26-104: Case number',
    ]);
  });

  it('say that a name is all there is, and that the name is yet to be typed', () => {
    expect(showsOn(`<h1>Contact with Cordelia Ashgrove</h1>${NOTES}`)).toEqual([
      'name: Contact with Cordelia Ashgrove: heading',
    ]);
    expect(showsOn(`<label for="a">Name</label><input id="a">${NOTES}`)).toEqual([
      'new-record: Name',
    ]);
  });

  it('are none of anybody else’s', () => {
    const html = TERMS.replace('ASHGROVE, Cordelia', 'Tobias Wren')
      .replace('05/05/2010', '2 September 2011')
      .replace('nm 26-104', 'NM/26/200');
    expect(showsOn(`<h1>Sibling: Cordelia Ashgrove</h1>${html}${NOTES}`)).toEqual([]);
  });
});

describe('an empty box for the name', () => {
  const BOX = `<label for="a">Name</label><input id="a">${NOTES}`;
  const CLIENT = '<h1>Client: Freya Kestrelman</h1>';
  const FREYA = [{ name: 'Freya Kestrelman' }];
  const NAMED: NameDoubt = {
    kind: 'named',
    text: 'Client: Freya Kestrelman',
    place: 'heading',
    people: FREYA,
  };
  const REFERENCE: ReferenceDoubt = {
    kind: 'another',
    text: 'NM/26/200',
    people: FREYA,
    own: [],
  };
  const saidOf = (html: string, doubts?: readonly FormDoubt[], isMeant = false) => {
    const snapshot = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
    const form = nameForm(snapshot, readPage(snapshot), { kind: 'intervention' });
    const records = { subject: CORDELIA, intervention: CONTACT };
    return planFill(
      form,
      fillValues('intervention', records, LISTS, UNCONDITIONED),
      [],
      doubts,
      isMeant,
    );
  };
  const isSaidEmpty = (plan: ReturnType<typeof saidOf>) =>
    (plan.shows ?? []).some(({ kind }) => kind === 'new-record');

  it('is said to be of a page that shows nobody, if it shows nobody', () => {
    expect(isSaidEmpty(saidOf(`<h1>New contact</h1>${BOX}`, []))).toBe(true);
  });

  it('leaves a page to be asked about that shows only the day of birth, and somebody else as well', () => {
    const html = `<dl><dt>Date of birth</dt><dd>${CORDELIA.bornOn}</dd></dl>${CLIENT}${BOX}`;
    const mild: readonly FormDoubt[] = [{ ...NAMED, isMild: true }];
    const plan = saidOf(html, mild);
    expect(plan.shows?.map(({ kind }) => kind)).toEqual(['born']);
    expect(plan.isAsked).toBe(true);
    expect(new Set(plan.rows.map(({ start }) => start))).toEqual(new Set(['leave']));
    expect(saidOf(html, mild, true).isAsked).toBeUndefined();
  });

  it.each<[string, string, readonly FormDoubt[] | undefined]>([
    ['a label names another', `<dl><dt>Name</dt><dd>Freya Kestrelman</dd></dl>${BOX}`, []],
    ['a heading names another on record', `${CLIENT}${BOX}`, [NAMED]],
    ['a line names another as well', `${CLIENT}${BOX}`, [{ ...NAMED, isMild: true }]],
    ['it has a reference of another', `${CLIENT}${BOX}`, [REFERENCE]],
    ['it was not compared with the records', `${CLIENT}${BOX}`, undefined],
  ])('is no sign of an empty page, whatever is answered, if %s', (_, html, doubts) => {
    expect(isSaidEmpty(saidOf(html, doubts))).toBe(false);
    expect(isSaidEmpty(saidOf(html, doubts, true))).toBe(false);
  });
});

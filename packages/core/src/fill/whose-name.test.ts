/** A form that names somebody else outside any label is a form of somebody else, in a real store. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { birthsOf } from '../record/births.js';
import type { RecordId } from '../shared/primitives.js';
import { createMemoryStore } from '../store/index.js';
import { buildIntervention, buildSubject, newRecord } from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';
import { formDoubts } from './whose-form.js';

const LISTS = gatherCodeLists();
const TAMSIN = buildSubject({ name: 'Tamsin Vael', aliases: ['Ghost'], bornOn: '2010-03-04' });
const ALFIE = buildSubject({ name: 'Alfie Marsh', bornOn: '2010-01-05' });
const YOUNGER = buildSubject({ name: 'Tobias Wren', bornOn: '2013-03-14' });
const OLDER = buildSubject({ name: 'Tobias Wren', bornOn: '2011-09-02' });
const TWIN = buildSubject({ name: 'Perkin Nash', bornOn: '2009-05-05' });
const OTHER_TWIN = buildSubject({ name: 'NASH, Perkin', bornOn: '2009-05-05' });
const ISOLDE = buildSubject({ name: 'Isolde Marchbank', bornOn: '2012-06-01' });
/** One of whose dates of birth is that of the other. */
const DISPUTED = buildSubject({
  name: 'Isolde Marchbank',
  bornOn: '2010-06-01',
  alsoRecorded: [{ what: 'bornOn', date: '2012-06-01', notedOn: '2026-11-02' }],
});
const ALL = [TAMSIN, ALFIE, YOUNGER, OLDER, TWIN, OTHER_TWIN, ISOLDE, DISPUTED];
const NOTES = '<label for="n">Notes</label><textarea id="n"></textarea>';

interface Look {
  readonly title?: string;
  readonly closed?: readonly RecordId[];
}

/** The plan for a person on a page, with the signs compared in a store of eight people. */
async function planOf(subject: typeof TAMSIN, html: string, { title, closed = [] }: Look = {}) {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  await store.commit({
    changes: ALL.map((each) => newRecord('subject', each)),
    reason: 'referral',
  });
  const whole = `<title>${title ?? 'Records'}</title>${html}${NOTES}`;
  const snapshot = snapshotOfHtml(whole, { url: 'https://rms.example.org/1' });
  const form = nameForm(snapshot, readPage(snapshot), { kind: 'intervention' });
  const looks: RecordId[] = [];
  const page = {
    system: 'rms.example.org',
    url: form.url,
    shown: form.shown ?? [],
    lines: form.lines ?? [],
    ...(form.person ? { person: form.person } : {}),
  };
  const doubts = await formDoubts(subject.id as RecordId, page, {
    store,
    people: ALL.map((each) => {
      const { id, name, aliases, bornOn } = each;
      const births = birthsOf(each);
      return {
        id: id as RecordId,
        name,
        ...(bornOn ? { bornOn } : {}),
        ...(births.length > 1 ? { births } : {}),
        otherNames: aliases ?? [],
        references: id === TWIN.id ? ['CC/2026/301'] : [],
      };
    }),
    closed: new Set(closed),
    consult: async (people) => looks.push(...people),
  });
  const intervention = buildIntervention({ subjectId: subject.id, note: 'Spoke of the club.' });
  const values = fillValues('intervention', { subject, intervention }, LISTS, UNCONDITIONED);
  const plan = planFill(form, values, [], doubts);
  const ticked = plan.rows.filter(({ start }) => start === 'type').length;
  return { doubts, ticked, looks, plan };
}

const TRAIL = (name: string) =>
  `<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li>${name}</li></ol></nav>`;

describe.each([
  ['a heading', '<h1>Contact for MARSH, Alfie (05/01/2010)</h1>', {}],
  ['a heading with the name alone', '<header><h2>Alfie Marsh</h2></header>', {}],
  ['the title', '<h1>Contact</h1>', { title: 'Alfie Marsh - Contact - Records' }],
  ['a breadcrumb', `${TRAIL('Alfie Marsh')}<h1>Contact</h1>`, {}],
  ['a line with a date of birth', '<h1>Contact</h1><p>Alfie Marsh, DOB: 05/01/2010</p>', {}],
])('a page with somebody else on record in %s', (_, html, look: Look) => {
  it('has nothing ticked, and says who, once a look at them is logged', async () => {
    const { doubts, ticked, looks } = await planOf(TAMSIN, html, look);
    expect(ticked).toBe(0);
    expect(doubts).toMatchObject([
      { kind: 'named', people: [{ name: 'Alfie Marsh', bornOn: '2010-01-05' }] },
    ]);
    expect(looks).toEqual([ALFIE.id]);
  });

  it('gives no name if their record is closed to the officer', async () => {
    const closed = [ALFIE.id as RecordId];
    const { doubts, ticked, looks } = await planOf(TAMSIN, html, { ...look, closed });
    expect(ticked).toBe(0);
    expect(doubts).toMatchObject([{ kind: 'named', text: '', people: [], isClosed: true }]);
    expect(looks).toEqual([]);
  });
});

describe('a page with a name that two people on record share', () => {
  it.each(['Tobias Wren (02/09/2011)', 'WREN, Toby - born 2 September 2011'])(
    'is the other one’s by the date of birth: %s',
    async (heading) => {
      const { doubts, ticked } = await planOf(YOUNGER, `<h1>${heading}</h1>`);
      expect(ticked).toBe(0);
      expect(doubts).toMatchObject([{ kind: 'born', people: [{ bornOn: '2011-09-02' }] }]);
      expect((await planOf(OLDER, `<h1>${heading}</h1>`)).doubts).toEqual([]);
    },
  );

  it.each(['<h1>Tobias Wren</h1>', '<dl><dt>Name</dt><dd>Tobias Wren</dd></dl>'])(
    'has nothing ticked without a date of birth: %s',
    async (html) => {
      const { doubts, ticked } = await planOf(YOUNGER, html);
      expect(ticked).toBe(0);
      expect(doubts).toMatchObject([
        { kind: 'namesakes', text: 'Tobias Wren', people: [{ bornOn: '2011-09-02' }] },
      ]);
    },
  );

  it('is this one’s if it gives their date of birth anywhere', async () => {
    const born = '<p>DOB: 14/03/2013</p>';
    const { doubts, ticked } = await planOf(YOUNGER, `<h1>Tobias Wren</h1>${born}`);
    expect(doubts).toEqual([]);
    expect(ticked).toBeGreaterThan(0);
  });
});

describe('a page with a name and a date of birth that two people on record share', () => {
  it.each([
    '<h1>Add a contact: Perkin Nash, born 5 May 2009</h1>',
    '<h1>Perkin Nash (05/05/2009)</h1>',
    '<h1>Contact</h1><dl><dt>Name</dt><dd>Perkin Nash</dd><dt>Date of birth</dt><dd>5 May 2009</dd></dl>',
    '<h1>Perkin Nash</h1><p>DOB: 05/05/2009</p>',
  ])('has nothing ticked for either of them: %s', async (html) => {
    for (const [subject, other] of [
      [TWIN, OTHER_TWIN],
      [OTHER_TWIN, TWIN],
    ] as const) {
      const { doubts, ticked, looks } = await planOf(subject, html);
      expect(ticked).toBe(0);
      expect(doubts).toMatchObject([{ kind: 'twins', people: [{ bornOn: '2009-05-05' }] }]);
      expect(looks).toEqual([other.id]);
    }
  });

  it('has nothing ticked where it is one of several dates of birth of the other', async () => {
    const { doubts, ticked } = await planOf(ISOLDE, '<h1>Isolde Marchbank (01/06/2012)</h1>');
    expect(ticked).toBe(0);
    expect(doubts).toMatchObject([
      { kind: 'twins', people: [{ births: ['2010-06-01', '2012-06-01'] }] },
    ]);
  });

  it('is of the one whose reference it shows', async () => {
    const html = '<h1>Perkin Nash (05/05/2009)</h1><p>Reference: CC/2026/301</p>';
    expect((await planOf(TWIN, html)).ticked).toBeGreaterThan(0);
    expect((await planOf(OTHER_TWIN, html)).ticked).toBe(0);
  });
});

describe('a date of birth that is not this person’s', () => {
  it.each([
    '<h1>Contact</h1><p>DOB: 02/09/2011. Last seen at school.</p>',
    '<h1>Ottilie Brandt (02/09/2011)</h1>',
    '<h2>Born on 2 September 2011</h2>',
  ])('leaves everything: %s', async (html) => {
    expect((await planOf(TAMSIN, html)).ticked).toBe(0);
  });

  it('is not the day of a contact in brackets', async () => {
    const { doubts, ticked } = await planOf(TAMSIN, '<h1>Visit to Tamsin Vael (12/11/2026)</h1>');
    expect(doubts).toEqual([]);
    expect(ticked).toBeGreaterThan(0);
  });
});

describe('a page that names this person and another', () => {
  it.each([
    '<h1>Tamsin Vael</h1><p>Sibling: Alfie Marsh (05/01/2010)</p>',
    '<h1>Tamsin Vael, sibling of Alfie Marsh (05/01/2010)</h1>',
    '<dl><dt>Name</dt><dd>Tamsin Vael</dd></dl><p>Seen with Alfie Marsh, born 5 January 2010</p>',
  ])('says so, and starts as usual: %s', async (html) => {
    const { doubts, ticked } = await planOf(TAMSIN, html);
    expect(doubts).toMatchObject([{ kind: 'named', isMild: true }]);
    expect(ticked).toBeGreaterThan(0);
  });

  it.each([
    '<h1>Contact for Alfie Marsh</h1><p>Seen with Tamsin Vael (04/03/2010)</p>',
    '<h1>Contact for Alfie Marsh</h1><dl><dt>Name</dt><dd>Tamsin Vael</dd></dl>',
  ])('has nothing ticked if the heading is the other’s: %s', async (html) => {
    expect((await planOf(TAMSIN, html)).ticked).toBe(0);
  });
});

describe('people who say nothing of whose form it is', () => {
  /** The name itself is to be typed into it: otherwise a page that names nobody is asked about. */
  const BOX = '<label>Name <input></label>';

  it.each([
    ['a menu', '<nav><ul><li>Alfie Marsh (05/01/2010)</li></ul></nav>'],
    ['an aside', '<aside><h2>Alfie Marsh</h2></aside>'],
    ['a list of links', '<ul><li><a href="/1">Alfie Marsh (05/01/2010)</a></li></ul>'],
    [
      'a list of recent cases',
      '<h2>Recent cases</h2><h3>Alfie Marsh</h3><p>Tobias Wren (02/09/2011)</p>',
    ],
    ['a list', '<ul><li>Alfie Marsh (05/01/2010)</li><li>Tobias Wren (02/09/2011)</li></ul>'],
    [
      'a table of people',
      '<table><tr><th>Person</th><th>Status</th></tr><tr><td>Alfie Marsh (05/01/2010)</td><td>Open</td></tr><tr><td>Tobias Wren (02/09/2011)</td><td>Closed</td></tr></table>',
    ],
  ])('are those of %s', async (_, html) => {
    const { doubts, ticked } = await planOf(TAMSIN, `<h1>Contact</h1>${BOX}${html}`);
    expect(doubts).toEqual([]);
    expect(ticked).toBeGreaterThan(0);
  });
});

it('has nothing ticked wherever the only name on the page is of another', async () => {
  const way = fc.constantFrom(
    (name: string) => `<h1>${name}</h1>`,
    (name: string) => `<h1>Log a contact: ${name}</h1>`,
    (name: string) => `<div role="heading" aria-level="2">${name}</div>`,
    (name: string) => `${TRAIL(name)}<h1>Contact</h1>`,
  );
  const name = fc.constantFrom('Alfie Marsh', 'MARSH, Alfie', 'Mr Alfie James Marsh', 'Toby Wren');
  await fc.assert(
    fc.asyncProperty(way, name, async (page, text) => {
      expect((await planOf(TAMSIN, page(text))).ticked).toBe(0);
    }),
    { numRuns: 24 },
  );
});

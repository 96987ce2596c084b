/**
 * Names as people and systems write them, each in the places where it decides whose the facts beside it are: with small
 * words, ranks, titles, the family name first, carets, or in two boxes.
 */
import { describe, expect, it } from 'vitest';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { testHost } from '../testing/host.js';
import { openDraft } from './draft/open-draft.js';
import type { FieldPath } from './field/field-path.js';
import { knowsLabel } from './name/knows-label.js';

const rowsOf = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' }), {
      knows: knowsLabel,
    }),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows;
const valuesOf = (html: string, path: FieldPath) =>
  rowsOf(html).flatMap((row) => (row.path === path ? [row.value] : []));
/** Values that start as taken for the subject. */
const takenOf = (html: string) =>
  rowsOf(html).flatMap(({ path, value, decision }) =>
    path?.startsWith('subject.') && decision.kind === 'take' ? [value] : [],
  );

type Pairs = readonly (readonly [label: string, value: string])[];
const list = (pairs: Pairs) =>
  `<dl>${pairs.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`;
const lines = (pairs: Pairs) =>
  pairs.map(([label, value]) => `<p>${label}: ${value}</p>`).join('\n');
const OWN: Pairs = [
  ['Date of birth', '14/03/2009'],
  ['Mobile', '07700 900111'],
];
const SUBJECT: Pairs = [['Name', 'Taz Vael'], ...OWN];

/** Each name as it is written, and as it is said. */
const WITH_SMALL_WORDS = [
  'Anneke van der Feint',
  'Joost de Mock',
  'Ifan ap Dafydd',
  'Zayd al-Mockery',
  'Omar bin Sham',
  'Layla bint Feint',
  'Maria dos Fictos',
  'Luca di Finta',
  'Lotte ter Schijn',
  'Karl von und zu Schein',
  'Chloé l’Exemple',
  'Sean mac Sham',
  'Gwen ferch Owain',
  'Aoife O’Sham',
  'Jean-Luc de la Feint',
  'Xiomara Vael y Mock',
];
const WITH_TITLES = [
  'Mrs Tessa Wren',
  'Dr Sorrel Fabricato',
  'Prof. Ada Mock',
  'Rev Sam Orrin',
  'Miss J Feint',
  'Mr O’Sham',
  'Ms van der Feint',
  'Sir Kit Vale',
];
const WITH_RANKS = [
  'PC 1234 Smith',
  'PC Smith',
  'DC 4471 Ann Sample',
  'PS 881 Kit Vale',
  'DI Orla Quill',
  'Insp. L. Grewal',
  'Det Sgt Ann Sample',
  'DS van der Feint',
  'PCSO 7712 Moss',
  'Sgt 12 Mock',
  'T/DC 903 Al-Mockery',
  'Supt Ann Sample',
];
const FAMILY_FIRST: readonly (readonly [written: string, said: string])[] = [
  ['VAEL, Morgan', 'Morgan VAEL'],
  ['O’SHAM, Aoife', 'Aoife O’SHAM'],
  ['VAN DER FEINT, Anneke', 'Anneke VAN DER FEINT'],
  ['van der FEINT, Anneke', 'Anneke van der FEINT'],
  ['AL-MOCKERY, Zayd', 'Zayd AL-MOCKERY'],
  ['al-MOCKERY, Zayd', 'Zayd al-MOCKERY'],
  ['ap DAFYDD, Ifan', 'Ifan ap DAFYDD'],
  ['McSHAM, Kit', 'Kit McSHAM'],
  ['VAEL-MOCK, Morgan Kit', 'Morgan Kit VAEL-MOCK'],
  ['VAEL^MORGAN', 'MORGAN VAEL'],
  ['VAEL^MORGAN^KIT', 'MORGAN KIT VAEL'],
  ['VAN DER FEINT^ANNEKE', 'ANNEKE VAN DER FEINT'],
];
/** Two boxes of one name. */
const IN_PARTS: readonly (readonly [given: string, family: string])[] = [
  ['Anneke', 'van der Feint'],
  ['Ifan', 'ap Dafydd'],
  ['Zayd', 'al-Mockery'],
  ['Jean-Luc', 'de la Feint'],
  ['Morgan Kit', 'VAEL'],
  ['Aoife', 'O’Sham'],
];
const ANY = [
  ...WITH_SMALL_WORDS,
  ...WITH_TITLES,
  ...WITH_RANKS,
  ...FAMILY_FIRST.map(([written]) => written),
];

describe('the name over a record', () => {
  it.each(WITH_SMALL_WORDS)('is its subject’s: %s', (name) => {
    expect(valuesOf(`<h1>${name}</h1>${list(OWN)}`, 'subject.name')).toEqual([name]);
  });

  it.each(FAMILY_FIRST)('is its subject’s: %s', (written, said) => {
    expect(valuesOf(`<h1>${written}</h1>${list(OWN)}`, 'subject.name')).toEqual([said]);
  });

  it.each(WITH_RANKS)('is not its subject’s with a rank: %s', (name) => {
    expect(valuesOf(`<h1>${name}</h1>${list(OWN)}`, 'subject.name')).toEqual([]);
  });
});

describe('a name under its label', () => {
  it.each(FAMILY_FIRST)('is read as it is said: %s', (written, said) => {
    expect(valuesOf(list([['Name', written], ...OWN]), 'subject.name')).toEqual([said]);
  });

  it.each(WITH_SMALL_WORDS)('keeps its small words: %s', (name) => {
    expect(valuesOf(list([['Name', name], ...OWN]), 'subject.name')).toEqual([name]);
  });

  it.each(IN_PARTS)('is joined from two boxes: %s, %s', (given, family) => {
    const html = lines([['Surname', family], ['Forename', given], ...OWN]);
    expect(valuesOf(html, 'subject.name')).toEqual([`${given} ${family}`]);
  });
});

const OTHERS: Pairs = [
  ['Date of birth', '21/06/2008'],
  ['Mobile', '07700 900222'],
];
const OTHERS_VALUES = ['2008-06-21', '+447700900222'];

describe('somebody else on the page', () => {
  it.each(ANY)('keeps a telephone below a label of their own: %s', (name) => {
    const html = list([...SUBJECT, ['Witness', name], ['Phone', '07700 900222']]);
    expect(takenOf(html)).not.toContain('+447700900222');
  });

  it.each(ANY)('keeps the facts below a label that nobody knows: %s', (name) => {
    const html = list([...SUBJECT, ['Marked for', name], ['Phone', '07700 900222']]);
    expect(takenOf(html)).not.toContain('+447700900222');
  });

  it.each(ANY)('keeps the facts of a second record: %s', (name) => {
    const html = `<h1>Taz Vael</h1>${lines(SUBJECT)}<hr>${lines([['Name', name], ...OTHERS])}`;
    for (const value of OTHERS_VALUES) expect(takenOf(html)).not.toContain(value);
  });

  it.each(ANY)('keeps the facts under a heading with the name: %s', (name) => {
    const html = `<h1>Taz Vael</h1>${list(SUBJECT)}<h2>${name}</h2>${list(OTHERS)}`;
    for (const value of OTHERS_VALUES) expect(takenOf(html)).not.toContain(value);
  });

  it.each(IN_PARTS)('keeps the facts of a name in two boxes: %s, %s', (given, family) => {
    const html = `<h1>Taz Vael</h1>${lines([['Surname', 'Vael'], ['Forename', 'Taz'], ...OWN])}${lines([['Surname', family], ['Forename', given], ...OTHERS])}`;
    for (const value of OTHERS_VALUES) expect(takenOf(html)).not.toContain(value);
    expect(takenOf(html)).toContain('2009-03-14');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import { readingOfText } from './text-selection.js';

const pairs = (text: string) =>
  readingOfText(text, { title: 'Note' }).values.map(({ label, value, owner }) => [
    label,
    value,
    ...owner,
  ]);

describe('readingOfText', () => {
  it('reads labels with colons, dots, equal signs and tabs', () => {
    expect(
      pairs(
        'Name: Taz Vael\nSURNAME ........: VAEL\nDOB....... 14/03/2009\nTel = 07700 900123\nE-mail\ttaz@example.org',
      ),
    ).toEqual([
      ['Name', 'Taz Vael'],
      ['SURNAME', 'VAEL'],
      ['DOB', '14/03/2009'],
      ['Tel', '07700 900123'],
      ['E-mail', 'taz@example.org'],
    ]);
  });

  it('takes the lines after a label with it, up to an empty one', () => {
    expect(pairs('Address:\n1 Figment Lane\nMythering\nZZ99 1WF\n\nHe rang off.')).toEqual([
      ['Address', '1 Figment Lane\nMythering\nZZ99 1WF'],
      ['Text', 'He rang off.'],
    ]);
  });

  it('keeps the paragraphs of a summary together', () => {
    expect(
      pairs('Summary: He took down a server.\n\nHe says that it was his own.\nDOB: 14/03/2009'),
    ).toEqual([
      ['Summary', 'He took down a server.\n\nHe says that it was his own.'],
      ['DOB', '14/03/2009'],
    ]);
  });

  it('lets a line that names a person own what follows', () => {
    expect(
      pairs(
        'Name: Taz Vael\n\nReferring officer:\nName: DS Amrit Bains\n== Parent ==\nName: Dawn Vael',
      ),
    ).toEqual([
      ['Name', 'Taz Vael'],
      ['Name', 'DS Amrit Bains', 'Referring officer'],
      ['Name', 'Dawn Vael', 'Parent'],
    ]);
  });

  it('sees no label in a time, an address or a sentence', () => {
    for (const text of [
      '10:30 rang the school',
      'https://example.org/a: b',
      'He said that he would do it again and then he added: no',
    ])
      expect(pairs(text)).toEqual([['Text', text]]);
  });

  it('reads the cells of a selected row by their labels, or by the heads of the columns', () => {
    expect(pairs('Name:\tTaz Vael\tDOB:\t14/03/2009')).toEqual([
      ['Name', 'Taz Vael'],
      ['DOB', '14/03/2009'],
    ]);
    expect(
      pairs('Name\tDate of birth\tTel\tStatus\nTaz Vael\t14/03/2009\t07700 900123\tOpen'),
    ).toEqual([
      ['Name', 'Taz Vael'],
      ['Date of birth', '14/03/2009'],
      ['Tel', '07700 900123'],
      ['Status', 'Open'],
    ]);
  });

  it('does not name one cell of a row by another', () => {
    expect(pairs('Taz Vael\t14/03/2009\t07700 900123\tOpen')).toEqual([
      ['Text', 'Taz Vael'],
      ['Text', '14/03/2009'],
      ['Text', '07700 900123'],
      ['Text', 'Open'],
    ]);
    const draft = openDraft({
      reading: readingOfText('Taz Vael\t14/03/2009\t07700 900123\tOpen', { title: 'Row' }),
      adapters: [],
      way: 'selection',
      host: testHost(),
    });
    expect(draft.rows.filter(({ path }) => path !== undefined)).toEqual([]);
  });

  it('reads a question and its answer with an arrow between', () => {
    expect(pairs('Is the parent aware? -> Yes - Dawn Vael')).toEqual([
      ['Is the parent aware?', 'Yes - Dawn Vael'],
    ]);
  });

  it('says so when there is nothing, or too much', () => {
    expect(readingOfText(' \n ', { title: '' }).issues).toMatchObject([{ code: 'nothing-found' }]);
    expect(readingOfText('a'.repeat(1_000_001), { title: '' }).issues).toMatchObject([
      { code: 'text-cut-off' },
    ]);
  });

  it('ends in the same draft as a page does', () => {
    const text =
      'Referring officer\nName: DS Amrit Bains\nTel: 01632 960388\n\nNominal\nName: VAEL, Taz (M)\nD.O.B.: 14/03/2009\nMother: Dawn Vael, 07700 900456\n';
    const draft = openDraft({
      reading: readingOfText(text, { title: 'Call' }),
      adapters: [],
      way: 'typed',
      host: testHost(),
      origin: { system: 'Telephone call' },
    });
    expect(draft.origins).toMatchObject([{ way: 'typed', system: 'Telephone call' }]);
    expect(draft.rows.map(({ path, value, decision }) => [path, value, decision.kind])).toEqual([
      ['referrer.name', 'DS Amrit Bains', 'take'],
      ['referrer.phone', '+441632960388', 'take'],
      ['subject.name', 'Taz VAEL', 'take'],
      ['subject.bornOn', '2009-03-14', 'take'],
      ['relatedPersons[].name', 'Dawn Vael', 'leave'],
      ['relatedPersons[].phones[]', '+447700900456', 'leave'],
    ]);
  });

  it('loses no word: each stands in a value, a label or a heading', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Name: Taz',
        'Parent',
        '# Subject',
        'Summary:',
        '',
        '  ',
        'DOB ..... x',
        'http://a',
        'a: b: c',
        'Name\tTel\tDOB',
        'a\tb\tc\td',
      ),
      fc.stringMatching(/^[a-zA-Z :=.\t]{0,20}$/),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const text = lines.join('\n');
        const { values, headings } = readingOfText(text, { title: '' });
        const kept = ` ${[...headings, ...values.flatMap(({ label, value }) => [label, value])].join(' ')} `;
        // A label with nothing after it says nothing, unless it is a heading.
        const said = lines.filter((each) => !/^\s*[^:=]*[:=.\t]+\s*$/.test(each)).join(' ');
        for (const word of said.match(/[a-zA-Z]+/g) ?? []) expect(kept).toContain(word);
      }),
    );
  });
});

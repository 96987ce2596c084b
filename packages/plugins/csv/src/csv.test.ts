import { createToolkit, type RecordSet, referralValues } from '@cyber-prevent/core/plugin';
import {
  buildReferral,
  buildSubject,
  HOSTILE_TEXTS,
  importContext,
  startsFormula,
} from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard, unguard } from './formula-guard.js';
import { csv, csvExporter, csvImporter } from './index.js';
import { MOST_BYTES } from './table.js';

const context = importContext();

/** Strings made of characters that matter to spreadsheets, parsers and the guard itself. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE_TEXTS),
      fc.constantFrom(
        "'",
        '"',
        ',',
        ';',
        '\t',
        '\r',
        '\n',
        '=',
        '＝',
        '﹦',
        ' ',
        '\u00A0',
        '\u200B',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('').replace(/\p{Surrogate}/gu, '\uFFFD'));

describe('the guard', () => {
  it('leaves no text that starts a formula, and gives each back as it was', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(startsFormula(guard(text))).toBe(false);
        expect(unguard(guard(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['Taz Vael', "O'Brien", "'Twas", "'", '2009-03-14', '07700 900123', 'a=b', ''])(
    'leaves %j alone',
    (text) => {
      expect(guard(text)).toBe(text);
      expect(unguard(text)).toBe(text);
    },
  );

  it.each([
    '=1',
    ' =1',
    '\u00A0+1',
    '\u200B-1',
    '\tx',
    '\rx',
    '\nx',
    '＝1',
    '＠x',
    ';=1',
    '﹦1',
    '=\u03381',
  ])('guards %j', (text) => {
    expect(guard(text)).toBe(`'${text}`);
  });
});

describe('referrals in a file', () => {
  it('come back to the byte, whatever they say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name: hostile, aliases: fc.array(hostile, { maxLength: 3 }) }), {
          maxLength: 4,
        }),
        async (people) => {
          const subjects = people.map((person) => ({ ...buildSubject({}), ...person }));
          const set: RecordSet = {
            type: 'records',
            marking: 'OFFICIAL',
            records: {
              subject: subjects,
              referral: subjects.map(({ id }) => buildReferral({ subjectId: id })),
            },
          };
          const read = await csvImporter.read(await csvExporter.write(set, context), context);
          expect(read.ok && read.value.map(({ values }) => values)).toEqual(referralValues(set));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('begin with the mark that Excel looks for, and end every row with CR LF', async () => {
    const bytes = await csvExporter.write(
      { type: 'records', marking: 'OFFICIAL', records: {} },
      context,
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toMatch(/^"Name","Given names",/);
    expect(text).toMatch(/^[^\r\n]*\r\n$/);
  });

  it('are refused when the file is larger than a caseload', async () => {
    const read = await csvImporter.read(new Uint8Array(MOST_BYTES + 1), context);
    expect(read.issues[0]?.message).toContain('larger than 10 MB');
  });

  it('are told in the words of the file: which heading each value stood under', async () => {
    const read = await csvImporter.read(new TextEncoder().encode('DOB\n2010-03-14\n'), context);
    expect(read.ok && read.value[0]?.labels).toEqual({ 'subject.bornOn': 'DOB' });
  });
});

describe('columns', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const foreign = bytes('Wer;Wann;Was\nTaz Vael;14/03/2009;\n;;gelb\n');

  it('are shown as the file has them, each with its first text', async () => {
    const asked = await csvImporter.columns?.(bytes('Name,Farbe\n,rot\nTaz Vael,\n'), context);
    expect(asked?.ok && asked.value).toEqual([
      { heading: 'Name', first: 'Taz Vael', path: 'subject.name' },
      { heading: 'Farbe', first: 'rot' },
    ]);
  });

  it('of a file whose headings nobody knows are read once an officer says what they hold', async () => {
    expect((await csvImporter.read(foreign, context)).ok).toBe(false);
    const asked = await csvImporter.columns?.(foreign, context);
    expect(asked?.ok && asked.value.map(({ heading }) => heading)).toEqual(['Wer', 'Wann', 'Was']);
    const columns = ['subject.name', 'subject.bornOn', undefined] as const;
    const read = await csvImporter.read(foreign, { ...context, columns });
    expect(read.ok && read.value[0]).toMatchObject({
      values: { 'subject.name': ['Taz Vael'], 'subject.bornOn': ['14/03/2009'] },
      places: {
        'subject.name': ['row 2, column “Wer”'],
        'subject.bornOn': ['row 2, column “Wann”'],
      },
    });
    expect(read.issues).toEqual([]);
  });

  it('are refused for a text that is no table', async () => {
    const asked = await csvImporter.columns?.(bytes('A letter about somebody.\n'), context);
    expect(asked?.issues[0]?.code).toBe('headings-unknown');
  });

  it('say how far a long file has been read', async () => {
    const heard: (readonly number[])[] = [];
    const long = bytes(`Name\n${'Taz Vael\n'.repeat(1200)}`);
    await csvImporter.read(long, { ...context, progress: (...said) => heard.push(said) });
    expect(heard).toEqual([
      [0, 1200],
      [500, 1200],
      [1000, 1200],
    ]);
  });
});

it('plugs in', () => {
  const toolkit = createToolkit([csv]);
  expect(toolkit.exporter('csv').extension).toBe('csv');
  expect(toolkit.importer('csv').extensions).toEqual(['csv']);
});

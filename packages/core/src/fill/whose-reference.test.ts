/** A form with the reference of somebody else is a form of somebody else, in a real store. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import { createMemoryStore } from '../store/index.js';
import {
  buildId,
  buildReferral,
  buildSource,
  buildSourceCapture,
  buildSubject,
  buildWriteBack,
  newRecord,
} from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { type PageReferences, referenceDoubts } from './whose-reference.js';

const RMS = { system: 'rms.example.org', url: 'https://rms.example.org/contacts/new' };
const CORDELIA = buildSubject({ name: 'Cordelia Ashgrove', bornOn: '2010-05-05' });
const TOBIAS = buildSubject({ name: 'Tobias Wren', bornOn: '2011-09-02' });
const READ = buildSourceCapture({ system: RMS.system, url: 'https://rms.example.org/cases/1' });

interface Held {
  readonly reference?: string;
  readonly otherReferences?: readonly string[];
  /** Label under which the first other reference was read in the records system. */
  readonly label?: string;
}

/** @param given - the reference that the records system gave back for their referral */
async function desk(
  cordelia: Held,
  tobias: Held,
  given: { cordelia?: string; tobias?: string } = {},
) {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const referralOf = (subject: typeof TOBIAS, { reference, otherReferences = [], label }: Held) => {
    const referral = buildReferral({
      subjectId: subject.id,
      reference,
      otherReferences: [...otherReferences],
    });
    const sources =
      label === undefined
        ? {}
        : { 'otherReferences[0]': [buildSource({ capture: READ.id, label })] };
    return { ...newRecord('referral', referral), sources };
  };
  const back = (subjectId: RecordId, reference: string | undefined) =>
    reference === undefined
      ? []
      : [
          newRecord(
            'writeBack',
            buildWriteBack({ id: buildId(), subjectId, ofKind: 'referral', ...RMS, reference }),
          ),
        ];
  await store.commit({
    changes: [
      newRecord('sourceCapture', READ),
      newRecord('subject', CORDELIA),
      newRecord('subject', TOBIAS),
      referralOf(CORDELIA, cordelia),
      referralOf(TOBIAS, tobias),
      ...back(CORDELIA.id, given.cordelia),
      ...back(TOBIAS.id, given.tobias),
    ],
    reason: 'referral',
  });
  const consulted: RecordId[] = [];
  const referencesOf = ({ reference, otherReferences = [] }: Held) => [
    ...(reference === undefined ? [] : [reference]),
    ...otherReferences,
  ];
  const people = [
    { ...CORDELIA, references: referencesOf(cordelia) },
    { ...TOBIAS, references: referencesOf(tobias) },
  ].map(({ id, name, bornOn, references }) => ({
    id,
    name,
    ...(bornOn ? { bornOn } : {}),
    references,
  }));
  const doubts = (shown: PageReferences['shown'], closed: readonly RecordId[] = [], page = RMS) =>
    referenceDoubts(
      CORDELIA.id,
      { ...page, shown },
      {
        store,
        people,
        closed: new Set(closed),
        consult: async (ids) => void consulted.push(...ids),
      },
    );
  return { doubts, consulted };
}

const named = (text: string, label = 'Case number') => ({
  text,
  label,
  named: label === 'Niche number' ? ('own' as const) : ('any' as const),
});

describe('a reference on record for somebody else', () => {
  it('is theirs, by name and date of birth, after a look at them is logged', async () => {
    const { doubts, consulted } = await desk(
      { reference: 'NM/26/100' },
      { reference: 'NM/26/200' },
    );
    expect(await doubts([named('NM/26/200')])).toEqual([
      {
        kind: 'another',
        text: 'NM/26/200',
        label: 'Case number',
        people: [{ name: 'Tobias Wren', bornOn: '2011-09-02' }],
        own: [],
      },
    ]);
    expect(consulted).toEqual([TOBIAS.id]);
  });

  it.each([
    ['an other reference', { otherReferences: ['0417-NICHE'] }, '0417-NICHE'],
    ['the national reference', { reference: 'NCCU-TEST-0417' }, 'nccu test 0417'],
  ])('is theirs by %s', async (_, tobias, text) => {
    const { doubts } = await desk({}, tobias);
    expect(await doubts([{ text }])).toMatchObject([{ people: [{ name: 'Tobias Wren' }] }]);
  });

  it('is theirs by what the system gave back, however short, and not by another system’s', async () => {
    const { doubts } = await desk({}, {}, { tobias: '1204' });
    expect(await doubts([named('1204', 'issues')])).toMatchObject([{ kind: 'another' }]);
    const elsewhere = { system: 'Trac', url: 'https://trac.example.org/ticket/1204' };
    expect(await doubts([named('1204', 'ticket')], [], elsewhere)).toEqual([]);
  });

  it('says nothing if it is on record for this person too', async () => {
    const { doubts, consulted } = await desk(
      { reference: 'NM/26/200' },
      { reference: 'NM/26/200' },
    );
    expect(await doubts([named('NM/26/200')])).toEqual([]);
    expect(consulted).toEqual([]);
  });

  it('is said next to this person’s own: the officer looks', async () => {
    const { doubts } = await desk({ reference: 'NM/26/100' }, { reference: 'NM/26/200' });
    expect(await doubts([named('NM/26/100'), named('NM/26/200')])).toMatchObject([
      { kind: 'another', text: 'NM/26/200' },
    ]);
  });

  it('gives no name, no date and no look if the record is closed to the officer', async () => {
    const { doubts, consulted } = await desk({}, { reference: 'NM/26/200' });
    const found = await doubts([named('NM/26/200')], [TOBIAS.id]);
    expect(found).toEqual([
      {
        kind: 'another',
        text: 'NM/26/200',
        label: 'Case number',
        people: [],
        isClosed: true,
        own: [],
      },
    ]);
    expect(consulted).toEqual([]);
  });

  it.each([
    ['short and in no label', { text: 'A12' }, 'A12'],
    ['a few figures under the label of any system', named('4411', 'Reference'), '4411'],
    ['figures in no label', { text: '4411827' }, '4411827'],
  ])('may be met by chance: %s', async (_, shown, reference) => {
    const { doubts } = await desk({}, { reference });
    expect(await doubts([shown])).toEqual([]);
  });

  it('is no chance under the very label that it was read under', async () => {
    const { doubts } = await desk({}, { otherReferences: ['4411'], label: 'Niche number' });
    const elsewhere = { system: 'Trac', url: 'https://trac.example.org/1' };
    expect(
      await doubts([{ ...named('4411', 'NICHE Number:'), named: 'own' }], [], elsewhere),
    ).toMatchObject([{ kind: 'another' }]);
  });
});

describe('a reference that differs from this person’s', () => {
  it('is said under the same label', async () => {
    const { doubts } = await desk({ otherReferences: ['4411'], label: 'Niche number' }, {});
    expect(await doubts([named('4412', 'Niche number')])).toEqual([
      { kind: 'differs', text: '4412', label: 'Niche number', people: [], own: ['4411'] },
    ]);
    expect(await doubts([named('4411', 'Niche number')])).toEqual([]);
  });

  it('is said if the system gave this person’s referral another of that shape', async () => {
    const { doubts } = await desk({}, {}, { cordelia: '1204' });
    expect(await doubts([named('1300', 'issues')])).toMatchObject([
      { kind: 'differs', own: ['1204'] },
    ]);
    expect(await doubts([named('PR-1300', 'Entry number')])).toEqual([]);
    expect(await doubts([named('1204', 'issues'), named('7', 'Entry number')])).toEqual([]);
  });

  it('is nothing under a label of any system in another system, or without a label', async () => {
    const { doubts } = await desk({ otherReferences: ['NM/26/100'], label: 'Reference' }, {});
    const elsewhere = { system: 'Trac', url: 'https://trac.example.org/1' };
    expect(await doubts([named('T-1300', 'Reference')], [], elsewhere)).toEqual([]);
    expect(await doubts([{ text: 'NM/26/101' }])).toEqual([]);
    expect(await doubts([named('NM/26/101', 'Reference')])).toMatchObject([{ kind: 'differs' }]);
  });
});

it('finds a reference of somebody else in any case, with any spaces and hyphens', async () => {
  const { doubts } = await desk({ reference: 'NM/26/100' }, { reference: 'NM/26/200-B' });
  const between = fc.constantFrom('', ' ', '-', '/', ' - ', '–', '\u00a0', '.');
  await fc.assert(
    fc.asyncProperty(fc.tuple(between, between, between), fc.boolean(), async (by, isLow) => {
      const text = `NM${by[0]}26${by[1]}200${by[2]}B`;
      const shown = named(isLow ? text.toLowerCase() : text);
      expect(await doubts([shown])).toMatchObject([{ kind: 'another' }]);
    }),
    { numRuns: 40 },
  );
});

it('never names anybody for a reference that is on record for nobody else', async () => {
  const { doubts, consulted } = await desk({ reference: 'NM/26/100' }, { reference: 'NM/26/200' });
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string(), { maxLength: 5 }), async (some) => {
      const shown = some.filter((text) => plain(text) !== 'nm26200').map((text) => named(text));
      const found = await doubts(shown);
      expect(found.filter(({ kind }) => kind === 'another')).toEqual([]);
      expect(consulted).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

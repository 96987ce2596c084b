import { defaultGates, draftOfFields, review } from '@cyber-prevent/core';
import {
  type FieldPath,
  fieldOf,
  type ImportedReferral,
  type RecordSet,
  readValue,
} from '@cyber-prevent/core/plugin';
import { HOSTILE_TEXTS, importContext, testHost, withAnswers } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exporterOf, singleOnlineHomeImporter, WRITABLE_PATHS } from './index.js';
import { FULL } from './samples.js';

const context = importContext();
const exporter = exporterOf(WRITABLE_PATHS);
const host = testHost();

async function into(file: unknown): Promise<readonly ImportedReferral[]> {
  const bytes = file instanceof Uint8Array ? file : new TextEncoder().encode(JSON.stringify(file));
  const result = await singleOnlineHomeImporter.read(bytes, context);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** The records that an officer who takes everything keeps of a draft, as the core's own review makes them. */
function kept({ values, labels = {}, places = {} }: ImportedReferral): RecordSet {
  const origin = {
    way: 'saved-page',
    system: 'Single Online Home',
    title: 'Report',
    labels,
    places,
  } as const;
  const draft = withAnswers(draftOfFields(values, origin, host));
  const rows = draft.rows.map((row) => ({ ...row, decision: { kind: 'take' } as const }));
  const gates = defaultGates('force', 'part3');
  if (!gates.ok) throw new Error('no gates');
  const officer = { regime: 'part3', practice: true } as const;
  const reviewed = review({ ...draft, rows }, { gates: gates.value, officer, host });
  if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.issues));
  const records: Record<string, object[]> = {};
  for (const { kind, record, set } of reviewed.value.changes)
    records[kind] = [...(records[kind] ?? []), { ...EMPTY[kind], id: record, ...set }];
  return { type: 'records', marking: 'OFFICIAL-SENSITIVE', records };
}

/** Lists that a change omits while they are empty. */
const EMPTY: Readonly<Record<string, object>> = {
  subject: { aliases: [], addresses: [], schools: [], phones: [], emails: [] },
  relatedPerson: { phones: [], emails: [] },
  referral: { otherReferences: [], suspectedOffences: [], lawMentioned: [], incidentDates: [] },
};

/** The value of every writable field after its reading, with the platform of each identifier. */
function meaning({ values, labels = {} }: ImportedReferral): object {
  return Object.fromEntries(
    WRITABLE_PATHS.flatMap((path) => {
      const texts = values[path] ?? [];
      return texts.length === 0
        ? []
        : [[path, once(texts.map((text, i) => read(path, text, labels[path]?.[i])))]];
    }),
  );
}

/** A repeated telephone in a report is kept once. */
function once(values: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text);
  });
}

function read(path: FieldPath, text: string, label = ''): unknown {
  const found = readValue(fieldOf(path).read, text, { label });
  return found.ok ? found.value : text;
}

/** A word as people use it in a name or an answer, without any system's syntax for two values in one. */
const word = fc
  .string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéßłÓ李'),
    minLength: 2,
    maxLength: 12,
  })
  // “Na” and “Nil” say that nothing is known: whoever keeps them as a value is asked.
  .filter((letters) => letters.length > 4 || /[éßłÓ李]/.test(letters))
  .map((letters) => letters.charAt(0).toUpperCase() + letters.slice(1));
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2026-11-20'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const phone = fc.integer({ min: 0, max: 999 }).chain((n) => {
  const number = `7700900${String(n).padStart(3, '0')}`;
  return fc.constantFrom(
    { telephoneNumberFull: `+44${number}` },
    { telephoneNumber: `0${number}` },
    { telephoneNumber: Number(number), telephoneCountryCode: '44' },
  );
});
const email = word.map((name) => ({
  emailAddress: `${encodeURIComponent(name.toLowerCase()).replaceAll('%', '')}@example.org`,
}));
const account = fc.record(
  {
    socialMediaTag: fc.string({
      unit: fc.constantFrom(...'abcXYZ019_.'),
      minLength: 3,
      maxLength: 20,
    }),
    socialMediaType: fc.constantFrom('Discord', 'Steam', 'YouTube', 'PlayStation Network'),
  },
  { requiredKeys: ['socialMediaTag'] },
);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 2 });
const name = fc.oneof(
  fc.record({ givenName: fc.array(word, { minLength: 1, maxLength: 2 }), surname: word }),
  fc.record({ givenName: fc.tuple(words), surnameUnknown: fc.constant(true) }),
);

interface Described {
  readonly attributes: object;
  readonly linked: readonly (readonly [string, string, object])[];
}
const linked = <T extends object>(relationship: string, type: string, things: readonly T[]) =>
  things.map((attributes) => [relationship, type, attributes] as const);
const optional = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape, { requiredKeys: [] });

const subject: fc.Arbitrary<Described> = fc
  .tuple(
    name,
    optional({
      alias: word,
      dateOfBirth: day,
      gender: fc.constantFrom('GNDR_0001', 'GNDR_0003'),
      educationLocation: words,
      communicationNeedsDetails: words,
    }),
    fc.record({ street: words, cityOrTown: word, postcode: fc.constant('ZZ99 3WZ') }),
    some(phone),
    some(email),
    fc.uniqueArray(account, {
      maxLength: 2,
      selector: ({ socialMediaTag }) => socialMediaTag.toLowerCase(),
    }),
  )
  .map(([called, attributes, address, phones, emails, accounts]) => ({
    attributes: { ...called, ...attributes },
    linked: [
      ...linked('currentAddress', 'location', [address]),
      ...linked('personalTelephone', 'telephone', phones),
      ...linked('businessEmail', 'email', emails),
      ...linked('personalSocialMedia', 'socialMedia', accounts),
    ],
  }));
const other = (relation: object = {}): fc.Arbitrary<Described> =>
  fc
    .tuple(name, optional({ occupation: words, ...relation }), phone, email)
    .map(([called, more, tel, mail]) => ({
      attributes: { ...called, ...more },
      linked: [
        ...linked('personalTelephone', 'telephone', [tel]),
        ...linked('personalEmail', 'email', [mail]),
      ],
    }));

/** Of more than two days, the model has room for the first and the last. */
const days = fc.oneof(
  fc.constant({}),
  fc.record({ incidentApproximateDate: day }),
  fc.tuple(day, day).map((both) => {
    const [dateFrom, dateTo] = both.sort();
    return { incidentStartDateTime: { dateFrom, dateTo } };
  }),
);

const report = fc
  .record({
    subject,
    referrer: other(),
    mother: fc.option(other(), { nil: undefined }),
    incident: fc.tuple(optional({ incidentDescription: words }), days).map(([told, when]) => ({
      ...told,
      ...when,
    })),
    submission: fc.record({
      customerReferenceNumber: fc.nat().map((n) => `TYA-${n}`),
      submitTime: day.map((date) => `${date}T09:30:00.000Z`),
    }),
  })
  .map(({ subject: about, referrer, mother, incident, submission }) => {
    const included: object[] = [];
    const add = (type: string, attributes: object, relationships: object = {}) => {
      const id = `x${included.length}`;
      included.push({ id, type, attributes, relationships });
      return { id, type };
    };
    const person = (
      { attributes, linked: things }: Described,
      relations: Record<string, object[]> = {},
    ) => {
      const links: Record<string, object[]> = { ...relations };
      for (const [relationship, type, each] of things)
        links[relationship] = [...(links[relationship] ?? []), add(type, each)];
      return add(
        'person',
        attributes,
        Object.fromEntries(Object.entries(links).map(([key, data]) => [key, { data }])),
      );
    };
    const relationships = {
      knownSuspect: { data: [person(about, mother ? { mother: [person(mother)] } : {})] },
      personReporting: { data: [person(referrer)] },
      submission: { data: [add('submission', submission)] },
    };
    return { data: { id: 'i', type: 'incident', attributes: incident, relationships }, included };
  });

describe('a report', () => {
  it('that comes in, is kept whole and goes out again comes in as the same', async () => {
    await fc.assert(
      fc.asyncProperty(report, async (file) => {
        const [first] = await into(file);
        if (!first) throw new Error('nothing read');
        const set = kept(first);
        const out = await exporter.write(set, context);
        const [second] = await into(out);
        if (!second) throw new Error('nothing read');
        expect(meaning(second)).toEqual(meaning(first));
        // After that it is stable to the byte.
        expect(await exporter.write(kept(second), context)).toEqual(out);
      }),
      { numRuns: 120 },
    );
  });

  it('with every part that is read comes back with all of them, and names what has no room', async () => {
    const [first] = await into(FULL);
    if (!first) throw new Error('nothing read');
    const set = kept(first);
    const [second] = await into(await exporter.write(set, context));
    if (!second) throw new Error('nothing read');
    expect(Object.keys(meaning(second))).toEqual(Object.keys(meaning(first)));
    expect(meaning(second)).toEqual(meaning(first));
    expect(second.values['subject.onlineIdentifiers[].asSeen']).toEqual([
      'quillz_0421',
      'quillfeather-j',
    ]);
  });
});

describe('a text', () => {
  it.each(HOSTILE_TEXTS.filter((text) => [...text].length <= 35))(
    'comes back to the byte as a name: %j',
    async (text) => {
      const [first] = await into(FULL);
      if (!first) throw new Error('nothing read');
      const set = kept(first);
      const [held] = set.records.subject ?? [];
      if (!held) throw new Error('no subject');
      const { givenNames: _, familyName: __, ...rest } = held;
      const hostile = { ...set, records: { ...set.records, subject: [{ ...rest, name: text }] } };
      const [second] = await into(await exporter.write(hostile, context));
      expect(second?.values['subject.name']).toEqual([text]);
    },
  );
});

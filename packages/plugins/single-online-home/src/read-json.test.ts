import { draftOfFields } from '@cyber-prevent/core';
import { growth, importContext, testHost } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES } from './document.js';
import { singleOnlineHomeImporter as importer } from './index.js';
import { mapping } from './mapping.js';
import { FULL } from './samples.js';

const read = (file: unknown) =>
  importer.read(
    new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file)),
    importContext(),
  );
async function first(file: unknown) {
  const result = await read(file);
  const [referral] = result.ok ? result.value : [];
  if (!referral) throw new Error(JSON.stringify(result.issues));
  return referral;
}
const about = (attributes: object, ...others: object[]) => ({
  data: {
    id: 'i',
    type: 'incident',
    relationships: { knownSuspect: { data: { type: 'person', id: 'p' } } },
  },
  included: [{ type: 'person', id: 'p', attributes }, ...others],
});

describe('a value', () => {
  it('keeps the label that it stood under, with whose it is, and its place in the file', async () => {
    const referral = await first(FULL);
    const draft = draftOfFields(
      referral.values,
      {
        way: 'saved-page',
        system: 'Single Online Home',
        title: 'Report',
        ...(referral.labels ? { labels: referral.labels } : {}),
        ...(referral.places ? { places: referral.places } : {}),
      },
      testHost(),
    );
    const row = (path: string) => draft.rows.find((each) => each.path === path);
    expect(row('subject.bornOn')).toMatchObject({
      label: 'known person reported: dateOfBirth',
      place: { selector: 'included[0].attributes.dateOfBirth', verbatim: '2010-03-14' },
    });
    expect(row('referrer.email')).toMatchObject({ label: 'person reporting: emailAddress' });
    expect(row('subject.phones[]')).toMatchObject({ value: '+447700900123' });
    expect(row('referral.receivedOn')).toMatchObject({ value: '2026-11-20' });
    expect(row('subject.onlineIdentifiers[].asSeen')).toMatchObject({
      raw: 'quillz_0421',
      platform: 'discord',
    });
    expect(row('subject.communicationNeeds')).toMatchObject({ decision: { kind: 'leave' } });
    expect(row('relatedPersons[].name')).toMatchObject({ decision: { kind: 'leave' } });
    expect(row('referrer.name')).toMatchObject({ decision: { kind: 'take' } });
  });

  it('shows a code as what it means, with the code beside its label, and leaves an unknown one as it is', async () => {
    const known = await first(about({ gender: 'GNDR_0003' }));
    expect(known.values['subject.sexRecorded']).toEqual(['Male']);
    expect(known.labels?.['subject.sexRecorded']).toEqual([
      'known person reported: gender (GNDR_0003)',
    ]);
    const unknown = await first(about({ gender: 'GNDR_9999' }));
    expect(unknown.values['subject.sexRecorded']).toEqual(['GNDR_9999']);
    expect(unknown.issues).toMatchObject([{ code: 'code-unknown' }]);
  });

  it('that is a number too long to be exact is not read as another', async () => {
    const file = JSON.stringify(
      about({}, { type: 'telephone', id: 't', attributes: { telephoneNumber: 'N' } }),
    )
      .replace('"N"', '12345678901234567890')
      .replace(
        '"attributes":{}',
        '"attributes":{},"relationships":{"personalTelephone":{"data":{"type":"telephone","id":"t"}}}',
      );
    const referral = await first(file);
    expect(referral.values['subject.phones[]']).toBeUndefined();
    expect(referral.issues).toMatchObject([{ code: 'attribute-shape' }]);
  });

  it('that is a number in the place of a name or a day is not read', async () => {
    const { values, issues } = await first(
      about({ givenName: ['Taz'], surname: 44, dateOfBirth: 20101225 }),
    );
    expect(values).toEqual({ 'subject.name': ['Taz'] });
    expect(issues).toMatchObject([{ code: 'attribute-shape' }, { code: 'attribute-shape' }]);
  });

  it('is asked, with all others, where one id is that of two people', async () => {
    const one = await first(about({ surname: 'Vael' }));
    expect(one.unsure).toBeUndefined();
    const two = await first(
      about({ surname: 'Vael' }, { type: 'person', id: 'p', attributes: { surname: 'Quill' } }),
    );
    expect(two.unsure).toEqual(expect.arrayContaining(Object.keys(two.values)));
    expect(two.issues).toContainEqual(expect.objectContaining({ code: 'id-twice' }));
  });

  it('that cannot be read stays as it is, with an issue at its place', async () => {
    const referral = await first(about({ dateOfBirth: '2010-02-31' }));
    expect(referral.values['subject.bornOn']).toEqual(['2010-02-31']);
    expect(referral.issues).toContainEqual(
      expect.objectContaining({
        code: 'date-unreadable',
        at: 'included[0].attributes.dateOfBirth',
      }),
    );
  });
});

describe('a person', () => {
  it('with several parts in the report stands under the nearest, and that is said', async () => {
    const file = about(
      { surname: 'Vael' },
      { type: 'person', id: 'q', attributes: { surname: 'Brandt' } },
    );
    const to = (id: string) => ({ data: { type: 'person', id } });
    Object.assign(file.data.relationships, { personReporting: to('q'), victim: to('q') });
    const referral = await first(file);
    expect(referral.values).toMatchObject({ 'referrer.name': ['Brandt'] });
    expect(referral.values['relatedPersons[].name']).toBeUndefined();
    expect(referral.issues).toMatchObject([{ code: 'role-several' }]);
  });

  it('who reports themselves is the subject and the referrer', async () => {
    const file = about({ surname: 'Vael' });
    Object.assign(file.data.relationships, {
      personReporting: { data: { type: 'person', id: 'p' } },
    });
    const { values } = await first(file);
    expect(values).toMatchObject({ 'subject.name': ['Vael'], 'referrer.name': ['Vael'] });
  });
});

describe('several values', () => {
  it('of a field that takes one are all offered, and that is said', async () => {
    const file = about({});
    Object.assign(file.data, {
      attributes: { incidentDescription: 'One telling.' },
      relationships: { submission: { data: { type: 'submission', id: 's' } } },
    });
    file.included.push({
      type: 'submission',
      id: 's',
      attributes: { submissionContent: 'Another.' },
    });
    const referral = await first(file);
    expect(referral.values['referral.narrative']).toEqual(['One telling.', 'Another.']);
    expect(referral.issues.map(({ code }) => code)).toContain('several-values');
  });

  it('that say the same are one, with the place of each', async () => {
    const file = about({});
    const when = { dateFrom: '2010-03-14' };
    const attributes = { incidentStartDateTime: when, incidentEndDateTime: when };
    const { values, places } = await first({ ...file, data: { ...file.data, attributes } });
    const at = ['incidentStartDateTime', 'incidentEndDateTime'].map(
      (name) => `data.attributes.${name}.dateFrom`,
    );
    const path = 'referral.incidentDates[]';
    expect(Object.keys(values)).toEqual([path]);
    expect(values).toMatchObject({ [path]: ['2010-03-14'] });
    expect(places).toMatchObject({ [path]: [at.join(' ')] });
  });

  it('are only those that say something', async () => {
    const { values } = await first(
      about({ givenName: [' ', null, ''], surname: 'Vael', alias: '\t' }),
    );
    expect(values).toEqual({ 'subject.name': ['Vael'] });
  });
});

describe('nothing', () => {
  const anything = fc.oneof(
    fc.constantFrom('text', 'more text', '2010-03-14', 'GNDR_0001'),
    fc.integer({ min: 1, max: 99 }),
    fc.boolean(),
    fc.array(fc.constantFrom('one', 'two'), { minLength: 1, maxLength: 2 }),
    fc.record({ dateFrom: fc.constantFrom('2010-03-14', '16:00') }),
  );
  const names = [
    ...new Set([...mapping.attributes, ...mapping.notKept].map(({ name }) => name)),
    'shoeSize',
    'constructor',
  ];
  const types = [
    'person',
    'location',
    'telephone',
    'email',
    'socialMedia',
    'business',
    'submission',
    'vehicle',
  ];
  const relations = [
    'personalTelephone',
    'currentAddress',
    'personalEmail',
    'personalSocialMedia',
    'other',
    'mother',
    'witness',
    'subject',
    'nobodyKnows',
  ];
  const resource = fc.record({
    type: fc.constantFrom(...types),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    attributes: fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: 5 }),
    relationships: fc.dictionary(
      fc.constantFrom(...relations),
      fc.record({
        data: fc.record({
          type: fc.constantFrom(...types),
          id: fc.constantFrom('a', 'b', 'c', 'd'),
        }),
      }),
      { maxKeys: 3 },
    ),
  });
  const file = fc.record({
    data: resource.map((each) => ({ ...each, type: 'incident' })),
    included: fc.array(resource, { maxLength: 5 }),
  });

  it('of a file is dropped in silence: each attribute and link is a value with its place, or named in an issue', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (each) => {
        const result = await read(each);
        if (!result.ok) throw new Error(JSON.stringify(result.issues));
        const said = result.value.flatMap(({ issues, places = {}, values }) => [
          ...issues.map(({ message, at }) => `${at} ${message}`),
          ...Object.entries(places).flatMap(([path, list]) =>
            (list ?? []).map((place, i) =>
              Object.entries(values).find(([at]) => at === path)?.[1]?.[i] === '' ? '' : place,
            ),
          ),
        ]);
        const missing = [each.data, ...each.included].flatMap(
          ({ attributes, relationships }, index) => {
            const place = index === 0 ? 'data' : `included[${index - 1}]`;
            const isSaid = (name: string, within: string) =>
              said.some(
                (text) =>
                  text.includes(`${place}.${within}.${name}`) ||
                  (text.includes(place) && text.includes(`“${name}”`)),
              );
            return [
              ...Object.keys(attributes).filter((name) => !isSaid(name, 'attributes')),
              ...Object.keys(relationships).filter((name) => !isSaid(name, 'relationships')),
            ].map((name) => `${place} ${name}`);
          },
        );
        // An attribute that only qualifies another value is part of that value.
        expect(
          missing.filter(
            (name) =>
              !/ (surnameUnknown|socialMediaType|socialMediaTypeOther|telephone\w+|personal\w+|currentAddress|other|mother|subject|witness)$/.test(
                name,
              ),
          ),
        ).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is made of whatever stands in the file but values and issues', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.json(), async (one, other) => {
        const result = await read(
          `{"data": {"type": "incident", "attributes": ${one}, "relationships": ${other}}, "included": [{"type": "person", "attributes": ${other}, "relationships": ${one}}]}`,
        );
        for (const { code } of result.issues) expect(code).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a hostile file', () => {
  it('reaches no object by a key that objects have already', async () => {
    const referral = await first(
      '{"data": {"type": "incident", "id": "i", "__proto__": {"included": []}, "attributes": {"__proto__": "x", "constructor": "y"}}, "included": []}',
    );
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).included).toBeUndefined();
    expect(referral.issues.map(({ message }) => message).join(' ')).toContain('“__proto__”');
  });

  it('shows of a name in an issue no more than can be read', async () => {
    const referral = await first(about({ [`\u202Eevil\u0000${'x'.repeat(10_000)}`]: 1 }));
    const [issue] = referral.issues;
    expect(issue?.message).toContain('\uFFFDevil\uFFFDxxx');
    expect(issue?.message.length).toBeLessThan(200);
  });

  it('names so many remarks and no more', async () => {
    const included = Array.from({ length: 2_000 }, (_, i) => ({ type: `thing${i}` }));
    const referral = await first({ data: { type: 'incident' }, included });
    expect(referral.issues).toHaveLength(201);
    expect(referral.issues.at(-1)).toMatchObject({ code: 'more-issues' });
  });

  it('is refused when it is larger than 10 MB', async () => {
    const result = await importer.read(new Uint8Array(MOST_BYTES + 1), importContext());
    expect(result.issues).toMatchObject([{ code: 'file-too-large' }]);
  });

  it('of the most people is read at a cost that grows with them, and one of more is refused', async () => {
    const people = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        type: 'person',
        id: `p${i}`,
        attributes: { surname: 'Vael' },
      }));
    const file = (count: number, reported: number) => ({
      data: {
        type: 'incident',
        id: 'i',
        relationships: {
          knownSuspect: { data: people(reported).map(({ id, type }) => ({ id, type })) },
        },
      },
      included: people(count),
    });
    const result = await read(file(5_000, 50));
    expect(result.ok && result.value).toHaveLength(50);
    const reads = (count: number) => {
      const text = JSON.stringify(file(count, 5));
      return () => read(text);
    };
    // Three times the growth that their number explains.
    expect(await growth(reads(500), reads(5_000), 10)).toBeLessThan(3);
    for (const more of [file(5_001, 1), file(60, 51)])
      expect(await read(more)).toMatchObject({ ok: false, issues: [{ code: 'report-broken' }] });
  });
});

import { fieldsOf } from '@cyber-prevent/core';
import { createToolkit, isFieldPath } from '@cyber-prevent/core/plugin';
import { describe, expect, it } from 'vitest';
import { STANDARD_PATHS, singleOnlineHome, WRITABLE_PATHS } from './index.js';
import { mapping, relationOf, relationWords } from './mapping.js';

const rows = [
  ...mapping.roles,
  ...mapping.links,
  ...mapping.attributes,
  ...mapping.notKept,
  ...mapping.gender,
  mapping.relations,
];

describe('the mapping', () => {
  it('says of each row how far it can be relied on, and from where, and calls none official', () => {
    const statusOf = { site: 'found', copy: 'secondary', toolkit: 'proposed' } as const;
    for (const row of rows) expect(row.status).toBe(statusOf[row.source]);
    expect(Object.keys(mapping.sources)).toEqual(['site', 'copy', 'toolkit']);
    expect(mapping.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(JSON.stringify(mapping)).not.toMatch(/official/i);
  });

  it('names fields that there are, and each attribute once', () => {
    const paths = [
      ...mapping.attributes.flatMap((row) => Object.values(row.paths ?? {})),
      ...Object.values(mapping.joined).flatMap((each) => Object.values(each)),
    ];
    expect(paths.filter((path) => !isFieldPath(path))).toEqual([]);
    const names = [...mapping.attributes, ...mapping.notKept].map(
      ({ type, name }) => `${type} ${name}`,
    );
    expect(new Set(names).size).toBe(names.length);
    const links = mapping.links.map(
      ({ from, relationship, to }) => `${from} ${relationship} ${to}`,
    );
    expect(new Set(links).size).toBe(links.length);
  });

  it('keeps apart what somebody is to the report and to the person referred', () => {
    const words = mapping.roles.map(({ label }) => label);
    expect(words.filter((label) => relationOf(label) !== undefined)).toEqual([]);
    for (const name of mapping.relations.names) expect(relationOf(relationWords(name))).toBe(name);
  });

  it('accounts for every property of the records that go into a file', () => {
    const written = {
      referral: [
        'id',
        'subjectId',
        'referrerId',
        'reference',
        'otherReferences',
        'receivedOn',
        'suspectedOffences',
        'incidentDates',
        'narrative',
      ],
      subject: [
        'id',
        'name',
        'givenNames',
        'familyName',
        'aliases',
        'bornOn',
        'sexRecorded',
        'addresses',
        'schools',
        'phones',
        'emails',
        'communicationNeeds',
      ],
      referrer: ['id', 'name', 'organisation', 'role', 'phone', 'email'],
      relatedPerson: ['id', 'subjectId', 'name', 'relationship', 'phones', 'emails'],
      onlineIdentifier: ['id', 'subjectId', 'platform', 'asSeen'],
    } as const;
    for (const kind of [
      'referral',
      'subject',
      'referrer',
      'relatedPerson',
      'onlineIdentifier',
    ] as const) {
      const named = mapping.notWritten.flatMap((row) => (row.kind === kind ? [row.property] : []));
      const own = fieldsOf(kind).map(({ name }) => name);
      expect([...written[kind], ...named].sort(), kind).toEqual([...own].sort());
    }
  });
});

describe('what goes out where nobody has said otherwise', () => {
  it('is no narrative, no allegation, nothing special and nobody around the subject', () => {
    expect(WRITABLE_PATHS).toEqual(expect.arrayContaining([...STANDARD_PATHS]));
    expect(WRITABLE_PATHS.filter((path) => !STANDARD_PATHS.includes(path))).toEqual([
      'subject.communicationNeeds',
      'referral.incidentDates[]',
      'referral.narrative',
      'relatedPersons[].name',
      'relatedPersons[].relationship',
      'relatedPersons[].phones[]',
      'relatedPersons[].emails[]',
    ]);
  });
});

it('plugs in', () => {
  const toolkit = createToolkit([singleOnlineHome]);
  expect(toolkit.importer('single-online-home').extensions).toEqual(['json']);
  expect(toolkit.exporter('single-online-home').extension).toBe('json');
});

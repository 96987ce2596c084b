import { gatherCodeLists, gatherTimeLimits } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import schema from '../../public/managed-schema.json' with { type: 'json' };
import { readPolicy } from './policy.js';
import { policyFaults } from './policy-faults.js';

const faults = (managed: unknown) => policyFaults(managed, gatherCodeLists());
const period = { group: 'group-3', clearYears: 4, status: 'found', source: 'Force schedule' };
const issuer = { fingerprint: '0a1b '.repeat(16), name: 'Wendingshire', rank: 'force' };
const recall = {
  kind: 'template',
  id: 'first-visit',
  versions: '<3.0',
  reason: 'Two questions were swapped.',
  recalledOn: '2026-11-30',
};
const limit = gatherTimeLimits()['crime-reference'];

/** A value of each setting that cannot be used, and the words about it. */
const WRONG: Readonly<Record<keyof typeof schema.properties, readonly [unknown, RegExp]>> = {
  fips: ['yes', /^“fips” .* it must be true or false/],
  lockMinutes: [2.5, /^“lockMinutes” .* it must be a whole number/],
  requireReason: ['true', /^“requireReason” .* it must be true or false/],
  auditorKey: [7, /^“auditorKey” .* it must be text in quotes/],
  clipboard: [0, /^“clipboard” .* it must be true or false/],
  adapters: ['{}', /^“adapters” .* it must be a list in square brackets/],
  instruments: [[7], /^instruments: “instruments” .* it must be text in quotes/],
  packs: [
    { issuers: [{ ...issuer, rank: 'chief' }] },
    /^packs: “rank”: Use one of officer, region/,
  ],
  notice: [{ own: { title: 'Form 12', words: 'Stop.' } }, /^notice: “version” is missing/],
  setup: [{ force: '999' }, /^setup: “999” is not a code of the list “force”/],
  retention: [[period, { ...period, clearYears: 1.5 }], /^retention 2: “clearYears” .* whole/],
  timeLimits: [[{ ...limit, workingDays: 3 }], /^timeLimits 1: .*either working days or hours/],
  hostClasses: [
    [{ class: 'never', domains: ['*.example'] }],
    /^hostClasses 1: “domains”: Use a host/,
  ],
  adaptersOff: [[{ id: 'a/b', versions: 'old' }], /^adaptersOff 1: “versions”: Write versions/],
};

it.each(Object.keys(schema.properties))(
  'names the setting, its row and what is wrong: %s',
  (setting) => {
    const [value, words] = WRONG[setting as keyof typeof WRONG];
    const found = faults({ [setting]: value });
    expect(found).toHaveLength(1);
    const place = [found[0]?.setting, found[0]?.row].filter((each) => each !== undefined);
    expect(
      [...(place.length > 0 ? [`${place.join(' ')}:`] : []), found[0]?.message].join(' '),
    ).toMatch(words);
  },
);

it.each([
  [{ class: 'never', domains: ['uk'] }, /“uk” is not a whole host name/],
  [
    { class: 'force', domains: ['intranet/records'] },
    /“intranet\/records” is not a whole host name/,
  ],
  [{ class: 'never', words: ['a'] }, /“a” is too short/],
])('names a row that would take in far more hosts than are meant: %j', (row, words) => {
  const found = faults({ hostClasses: [row] });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    setting: 'hostClasses',
    row: 1,
    message: expect.stringMatching(words),
  });
});

it('finds nothing in a policy that is in use as it is written', () => {
  const managed = {
    fips: true,
    lockMinutes: 60,
    requireReason: false,
    auditorKey: 'MFkw',
    clipboard: true,
    adapters: ['{'],
    instruments: ['{'],
    packs: { only: true, issuers: [issuer], files: ['{'], recalls: [recall] },
    notice: { letterhead: 'Nowhereshire Police' },
    setup: { force: '43', regime: 'part3' },
    retention: [period],
    timeLimits: [limit],
    hostClasses: [{ class: 'never', words: ['niche'] }],
    adaptersOff: [{ id: 'a/*', versions: '<2' }],
  };
  expect(Object.keys(managed).sort()).toEqual(Object.keys(schema.properties).sort());
  expect(faults(managed)).toEqual([]);
  for (const none of [undefined, null, 'x', []]) expect(faults(none)).toEqual([]);
});

it('names a setting that is misspelt, and a period for a group that there is not', () => {
  expect(faults({ retentions: [period] })).toEqual([
    { message: expect.stringContaining('“retentions” is not a setting') },
  ]);
  expect(faults({ retention: [{ ...period, group: 'group-33' }] })).toEqual([
    { setting: 'retention', row: 1, message: expect.stringContaining('“group-33” is not a code') },
  ]);
});

it('names every row that does not act, and no other', () => {
  const rows = [period, { ...period, source: '' }, period, 'x'];
  expect(readPolicy({ retention: rows }).retention).toHaveLength(2);
  expect(faults({ retention: rows }).map(({ row }) => row)).toEqual([2, 4]);
});

it('stays short, however much is wrong', () => {
  expect(faults({ hostClasses: Array(3000).fill('x') })).toHaveLength(50);
  const classes = Array(2001).fill({ class: 'never', words: ['niche'] });
  expect(faults({ hostClasses: classes })).toEqual([
    { setting: 'hostClasses', message: 'Only the first 2000 rows are read.' },
  ]);
});

import { gatherTimeLimits } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import schema from '../../public/managed-schema.json' with { type: 'json' };
import { readPolicy } from './policy.js';

it('reads what a force may set', () => {
  expect(readPolicy({ fips: true, lockMinutes: 5 })).toEqual({ fips: true, lockMinutes: 5 });
  expect(readPolicy({})).toEqual({ fips: false });
});

it.each([undefined, null, 'x', []])('is no policy where there is none: %o', (managed) => {
  expect(readPolicy(managed)).toEqual({ fips: false });
});

it.each([0, -1, 2.5, 61, '5', Number.NaN])(
  'takes no minutes that are not whole: %o',
  (lockMinutes) => {
    expect(readPolicy({ fips: 'yes', lockMinutes })).toEqual({ fips: false });
  },
);

it('asks for reasons only where it says so', () => {
  expect(readPolicy({ requireReason: true })).toEqual({ fips: false, requireReason: true });
  for (const requireReason of [false, 'true', 1])
    expect(readPolicy({ requireReason })).toEqual({ fips: false });
});

it('forbids the clipboard only where it says so', () => {
  expect(readPolicy({ clipboard: false })).toEqual({ fips: false, clipboard: false });
  for (const clipboard of [true, 'false', 0])
    expect(readPolicy({ clipboard })).toEqual({ fips: false });
});

it('reads the classes of hosts row by row, and passes over one that is not of its sort', () => {
  const rows = [
    { class: 'never', domains: ['Records.Example.org'], words: ['niche'] },
    { class: 'sometimes', domains: ['a.example'] },
    { class: 'partner', domains: ['*.example'] },
    { class: 'never', domains: ['uk'] },
    { class: 'force', domains: ['intranet/records'] },
    { class: 'never', words: ['pc'] },
    { class: 'force', domains: ['gateway.example.org/PND'] },
    'x',
  ];
  expect(readPolicy({ hostClasses: rows }).hostClasses).toEqual([
    { class: 'never', domains: ['records.example.org'], words: ['niche'] },
    { class: 'force', domains: ['gateway.example.org/pnd'] },
  ]);
  expect(readPolicy({ hostClasses: 'never' })).toEqual({ fips: false });
});

it('reads how long cases are kept and how long things may take, row by row', () => {
  const period = { group: 'group-3', clearYears: 4, status: 'found', source: 'Force schedule' };
  const limit = {
    id: 'first-contact',
    workingDays: 3,
    words: 'The force asks for first contact within 3 working days',
    status: 'found',
    source: 'Force procedure',
    checkedOn: '2026-11-02',
  };
  const read = readPolicy({
    retention: [period, { ...period, clearYears: 0 }],
    timeLimits: [{ ...limit, id: 'lunch' }, limit, 'x'],
  });
  expect(read).toEqual({ fips: false, retention: [period], timeLimits: [limit] });
  expect(readPolicy({ retention: 'long', timeLimits: { limit } })).toEqual({ fips: false });
});

it('takes every limit that the schema of the policy names, and the schema names every one that there is', () => {
  const [, ids = ''] =
    /id is one of: ([^.]+)\./.exec(schema.properties.timeLimits.description) ?? [];
  const shipped = gatherTimeLimits();
  expect(ids.split(', ').sort()).toEqual(Object.keys(shipped).sort());
  const timeLimits = Object.values(shipped);
  expect(readPolicy({ timeLimits }).timeLimits).toEqual(timeLimits);
});

it('is told of a value out of range: the browser keeps back only what is of another type', () => {
  expect(JSON.stringify(schema)).not.toMatch(/"(minimum|maximum|enum|pattern)":/);
});

it('reads every setting that the schema of the policy names', () => {
  const named = Object.keys(schema.properties);
  // Adapters are gathered where they are checked.
  const [period, row] = [
    { group: 'victim', clearYears: 5, status: 'recalled', source: 'A test' },
    { class: 'partner', domains: ['a.example'] },
  ];
  const read = readPolicy({
    fips: true,
    lockMinutes: 60,
    requireReason: true,
    auditorKey: 'MFkw',
    clipboard: false,
    instruments: ['{}'],
    packs: { only: true },
    notice: { letterhead: 'Nowhereshire Police' },
    setup: { regime: 'part3' },
    retention: [period],
    timeLimits: [gatherTimeLimits()['first-contact']],
    hostClasses: [row],
  });
  const elsewhere = ['adapters', 'adaptersOff'];
  expect([...Object.keys(read), ...elsewhere].sort()).toEqual([...named].sort());
});

it('reads the answers of the first run that a force gives, and passes over what is no answer', () => {
  const setup = { force: '43', regime: ' part3 ', policyReference: '' };
  expect(readPolicy({ setup }).setup).toEqual({ force: '43', regime: 'part3' });
  for (const none of [undefined, 'part3', {}, { force: 43 }, { role: 'DC' }])
    expect(readPolicy({ setup: none })).toEqual({ fips: false });
});

it('reads the paper of a notice whole, or not at all', () => {
  const own = { title: 'Form 12', version: '7', words: 'Stop.' };
  const notice = { letterhead: 'Nowhereshire Police', contact: '07700 900100', own };
  expect(readPolicy({ notice }).notice).toEqual(notice);
  for (const none of ['Form 12', { own: { title: 'Form 12' } }, { contact: 7 }])
    expect(readPolicy({ notice: none })).toEqual({ fips: false });
});

it('keeps an auditor’s key of whatever form: one that cannot be used is not as if there were none', () => {
  expect(readPolicy({ auditorKey: 'MFkw' }).auditorKey).toBe('MFkw');
  for (const wrong of ['', 7, null, { key: 'MFkw' }])
    expect(readPolicy({ auditorKey: wrong }).auditorKey).toBe('');
  expect(readPolicy({})).not.toHaveProperty('auditorKey');
});

it('pins the issuers of packs by their fingerprints, row by row, and is stricter where it is wrong', () => {
  const issuer = { fingerprint: '0A1B '.repeat(16), name: 'Wendingshire', rank: 'force' };
  const packs = { issuers: [issuer, { ...issuer, rank: 'chief' }], files: ['{', 7] };
  expect(readPolicy({ packs }).packs).toEqual({
    isOnly: false,
    issuers: [{ ...issuer, fingerprint: '0a1b'.repeat(16) }],
    files: ['{'],
    recalls: [],
  });
  expect(readPolicy({ packs: { ...packs, only: false } }).packs?.isOnly).toBe(false);
  for (const only of [true, 'yes', 0])
    expect(readPolicy({ packs: { ...packs, only } }).packs?.isOnly).toBe(true);
  expect(readPolicy({ packs: 'all' }).packs).toEqual({
    isOnly: true,
    issuers: [],
    files: [],
    recalls: [],
  });
});

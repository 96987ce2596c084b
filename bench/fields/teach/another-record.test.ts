/** Tests of another record on the screen of a saved page. */
import { expect, it } from 'vitest';
import { snapshotOfHtml } from '../../../packages/core/src/page/html.ts';
import { anotherRecord } from './another-record.ts';

const TRUTH = {
  url: 'https://rms.example.org/1',
  labels: {
    Name: 'Tamsin Vael',
    Born: '04/03/2010',
    Tel: '07700 900417',
    Home: '1 Fen Row\nTestford',
  },
  canonical: {
    subjectName: 'Tamsin Vael',
    dob: '04/03/2010',
    phone: '07700 900417',
    address: '1 Fen Row\nTestford',
  },
  normalised: { dob: '2010-03-04' },
  distractors: [{ value: 'Dawn Vael' }],
};
const PAGE = snapshotOfHtml(
  `<title>Tamsin Vael</title><dl><dt>Name</dt><dd>Tamsin Vael</dd><dt>Born</dt><dd>04/03/2010</dd>
    <dt>Tel</dt><dd>07700 900417</dd><dt>Home</dt><dd>1 Fen Row<br>Testford</dd></dl>`,
  TRUTH,
);
const other = anotherRecord(PAGE, TRUTH);

it('has another person, day and number, in the page and in its truth', () => {
  const text = JSON.stringify(other.snapshot);
  for (const old of ['Tamsin Vael', '04/03/2010', '07700 900417']) expect(text).not.toContain(old);
  const { subjectName, dob, phone } = other.truth.canonical ?? {};
  for (const now of [subjectName, dob, phone]) expect(text).toContain(now);
  expect(dob).toBe('04/03/2009');
  expect(other.truth.normalised?.dob).toBe('2009-03-04');
  expect(other.truth.labels?.Name).toBe(subjectName);
});

it('keeps a number among those that are nobody’s', () => {
  expect(other.truth.canonical?.phone).toMatch(/^07700 900\d{3}$/);
});

it('leaves a value in several pieces as it is, in both', () => {
  expect(JSON.stringify(other.snapshot)).toContain('Testford');
  expect(other.truth.canonical?.address).toBe('1 Fen Row\nTestford');
});

it('leaves the first record as it was', () => {
  expect(JSON.stringify(PAGE)).toContain('Tamsin Vael');
});

it('keeps a name that is written in capitals and in small letters one name', () => {
  const truth = {
    ...TRUTH,
    canonical: { subjectName: 'VAEL, Tamsin (M)' },
    normalised: { subjectName: 'Tamsin Vael' },
  };
  const page = snapshotOfHtml('<dl><dt>Name</dt><dd>VAEL, Tamsin (M)</dd></dl>', truth);
  const { canonical, normalised } = anotherRecord(page, truth).truth;
  expect(canonical?.subjectName).not.toBe('VAEL, Tamsin (M)');
  const [family = '', given = ''] = String(canonical?.subjectName).split(/, | \(/);
  expect(`${given} ${family}`.toLowerCase()).toBe(String(normalised?.subjectName).toLowerCase());
});

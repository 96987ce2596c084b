/** Pages that name one person in several ways, and pages with two people of one name. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';

const rows = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows;
const valuesAt = (html: string, path: string) =>
  rows(html).flatMap((row) => (row.path === path ? [row.raw] : []));
const list = (facts: Readonly<Record<string, string>>) =>
  `<dl>${Object.entries(facts)
    .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
    .join('')}</dl>`;

const FULL = {
  'Full name': 'Taz Idris VAEL',
  'Date of birth': '14/03/2009',
  Mobile: '07700 900111',
};
const SUBJECT_LINE = 'Cyber referral - VAEL, Taz - booter site';
const BOX = `<p><label>Subject <input value="${SUBJECT_LINE}"></label></p>`;
const FILTER = `<h3>New watchers</h3>${list({ Username: 'matches', Name: 'matches' })}`;

describe('one person under several names', () => {
  it('is named by the label, not by the shorter name in the subject line of a ticket', () => {
    const html = `<h1>Change ticket 1</h1>${BOX}<section><h2>Fields</h2>${list(FULL)}</section>`;
    expect(valuesAt(html, 'subject.name')).toEqual(['Taz Idris VAEL']);
    expect(valuesAt(html, 'subject.bornOn')).toEqual(['14/03/2009']);
  });

  it('keeps what is theirs beside a filter with a box called Name', () => {
    const html = `<h1>Change ticket 1</h1>${BOX}<section><h2>Fields</h2>${list(FULL)}</section><section>${FILTER}</section>`;
    expect(valuesAt(html, 'subject.name')).toEqual(['Taz Idris VAEL']);
    expect(valuesAt(html, 'subject.phones[]')).toEqual(['07700 900111']);
  });

  it('is not given what a second name in small letters has beside it', () => {
    const other = list({ Name: 'kai', Mobile: '07700 900222' });
    const html = `<section><h2>Record</h2>${list(FULL)}</section><section><h2>Also seen</h2>${other}</section>`;
    expect(valuesAt(html, 'subject.phones[]')).not.toContain('07700 900222');
  });
});

it('is one person in a heading with carets and under a label, with one day of birth in two forms', () => {
  const lines = {
    '0010,0010 (PatientName)': 'VAEL^TAZ^IDRIS',
    '0010,0030 (PatientBirthDate)': '20090314',
  };
  const found = rows(
    `<h2>Patient</h2><h3>VAEL^TAZ^IDRIS</h3>${list({ PatientBirthDate: '14 March 2009', PatientSex: 'O' })}<h2>Dataset</h2>${Object.entries(
      lines,
    )
      .map(([label, value]) => `<p>${label}: ${value}</p>`)
      .join('')}`,
  );
  expect(found.filter(({ path }) => path === undefined)).toEqual([]);
  expect(found.find(({ label }) => label.includes('PatientName'))?.path).toBe('subject.name');
});

describe('two people of one name', () => {
  const twoOf = (own: Record<string, string>, other: Record<string, string>) =>
    `<h1>Taz Vael</h1><section><h2>First</h2>${list({ Name: 'Taz Vael', ...own })}</section><section><h2>Second</h2>${list({ Name: 'Taz Vael', ...other })}</section>`;

  it('stay two where their dates of birth differ: nothing of either is taken', () => {
    const html = twoOf(
      { 'Date of birth': '14/03/2009', Mobile: '07700 900111' },
      { 'Date of birth': '21/06/2008', Mobile: '07700 900222' },
    );
    expect(valuesAt(html, 'subject.bornOn')).toEqual([]);
    expect(valuesAt(html, 'subject.phones[]')).toEqual([]);
  });

  it('stay two where each has a reference of the same kind and nothing says when they were born', () => {
    const html = twoOf(
      { CRN: 'X100001', Mobile: '07700 900111' },
      { CRN: 'X100002', Mobile: '07700 900222' },
    );
    expect(valuesAt(html, 'subject.phones[]')).toEqual([]);
  });

  it('are one where the same day is written in two ways, whatever the references', () => {
    const html = twoOf(
      { 'Date of birth': '14/03/2009', Reference: 'R1', Mobile: '07700 900111' },
      { 'Date of birth': '14 March 2009', Reference: 'R2', Mobile: '07700 900222' },
    );
    expect(valuesAt(html, 'subject.phones[]')).toEqual(['07700 900111', '07700 900222']);
  });

  it('are one where a date can be the same day in one of two orders', () => {
    const html = twoOf(
      { 'Date of birth': '05/09/2008', Mobile: '07700 900111' },
      { 'Date of birth': '5 September 2008', Mobile: '07700 900222' },
    );
    expect(valuesAt(html, 'subject.phones[]')).toEqual(['07700 900111', '07700 900222']);
  });
});

describe('directions on a form', () => {
  const HINT =
    'Enter tickets or addresses to link this record to. Separate several of them with spaces, and leave the box empty for none.';
  it.each(['New links', 'Summary'])('are no narrative under %s', (label) => {
    const html = `<h1>Change ticket 1</h1>${list(FULL)}<h2>Links</h2><dl><dt>${label}</dt><dd>${HINT}</dd></dl>`;
    expect(valuesAt(html, 'referral.narrative')).toEqual([]);
  });

  it('do not hide the account that somebody typed, even one that begins in their words', () => {
    const told =
      'Select pupils were sent a link by Taz, who has sold a booter to three of them since March and says so himself.';
    const html = `<form><p><label>Name <input value="Taz Vael"></label></p><p><label>Date of birth <input value="14/03/2009"></label></p><p><label>Summary <textarea>${told}</textarea></label></p></form>`;
    expect(valuesAt(html, 'referral.narrative')).toEqual([told]);
  });

  it('and the foot of a page are no account of anybody', () => {
    const foot =
      'record.txt, last modified: 28 November 2026 at 21:05 by the wiki. Except where otherwise noted, content of this site is free to use.';
    const html = `<title>Records</title><h1>Taz Vael</h1>${list(FULL)}<h2>Records</h2><p>${foot}</p>`;
    expect(valuesAt(html, 'referral.narrative')).toEqual([]);
  });
});

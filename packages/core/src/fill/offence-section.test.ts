/** The section of a suspected offence goes into a form that asks for the law, with the conditions of its record. */
import { expect, it } from 'vitest';
import { caseHandling } from '../casework/handling/handling-of-paper.js';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import type { PlainDate } from '../shared/index.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildSource } from '../testing/fiction/builder.js';
import { heldRecord } from '../testing/held-under-test.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { type FillRecords, fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';

const lists = gatherCodeLists();
const subject = heldRecord('subject');
const referral = heldRecord('referral', {
  subjectId: subject.id,
  lawMentioned: ['s.1 of the Act'],
});
const offence = heldRecord('offence', {
  subjectId: subject.id,
  referralId: referral.id,
  section: '3A',
});
const SECTION = /^Section 3A: .* \(Computer Misuse Act 1990\)$/;
const records: FillRecords = {
  subject: subject.value,
  referral: referral.value,
  offences: [offence.value],
};

it('comes after the words of the referral', () => {
  const values = fillValues('referral', records, lists, UNCONDITIONED);
  const law = values.filter(({ path }) => path === 'referral.lawMentioned[]');
  expect(law.map(({ text }) => text)).toEqual(['s.1 of the Act', expect.stringMatching(SECTION)]);
});

it.each(['Law mentioned', 'Legislation'])('is typed under %s', (label) => {
  const html = `<label for="l">${label}</label><textarea id="l"></textarea>`;
  const page = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const form = nameForm(page, readPage(page), { kind: 'referral' });
  const plain = { ...records, referral: { ...referral.value, lawMentioned: [] } };
  const values = fillValues('referral', plain, lists, UNCONDITIONED);
  const typed = planFill(form, values, [], [], true).rows.filter(({ steps }) => steps.length > 0);
  expect(typed.map(({ text }) => text)).toEqual([expect.stringMatching(SECTION)]);
});

it('has the words of the section on the day of what happened', () => {
  const { value } = heldRecord('offence', {
    section: '3',
    incidentOn: ['2007-05-01' as PlainDate],
  });
  const values = fillValues('referral', { ...records, offences: [value] }, lists, UNCONDITIONED);
  expect(values.map(({ text }) => text).join()).toContain('wording before 1 October 2008');
});

it('is stopped by the conditions of its own record, and the words of the referral are not', () => {
  const capture = heldRecord('sourceCapture', { conditions: 'Do not pass on' } as never);
  const read = { ...offence, sources: { asRead: [buildSource({ capture: capture.id })] } };
  const all = [subject, referral, read, capture] as readonly StoredRecord[];
  const today = '2026-11-24' as PlainDate;
  const values = fillValues('referral', records, lists, { handling: caseHandling(all), today });
  const law = values.filter(({ path }) => path === 'referral.lawMentioned[]');
  expect(law.map(({ stopped }) => stopped !== undefined)).toEqual([false, true]);
});

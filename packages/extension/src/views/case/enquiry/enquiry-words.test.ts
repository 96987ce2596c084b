/** The title of an enquiry: who asks, as the one who asks, and another title for each of two of one day. */
import { gatherCodeLists, type StoredRecord } from '@cyber-prevent/core';
import { buildEnquiry, buildReferrer, newRecord } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { enquiryWords } from './enquiry-words.js';

const SCHOOL = buildReferrer({ name: 'Ottilie Brandt', organisation: 'Testford Academy' });
const MOTHER = buildReferrer({ name: 'Tamsin Quill', organisation: undefined });

const stored = <K extends 'enquiry' | 'referrer'>(
  { kind, record, set }: ReturnType<typeof newRecord>,
  createdAt = '2026-11-20T09:30:00.000Z',
) => ({ kind, id: record, value: set, createdAt }) as unknown as StoredRecord<K>;
const REFERRERS = [SCHOOL, MOTHER].map((each) => stored<'referrer'>(newRecord('referrer', each)));
const of = (over: Parameters<typeof buildEnquiry>[0], createdAt?: string) =>
  stored<'enquiry'>(
    newRecord('enquiry', buildEnquiry({ receivedOn: '2026-11-20', reference: undefined, ...over })),
    createdAt,
  );
const wordsOf = (...enquiries: readonly StoredRecord<'enquiry'>[]) => [
  ...enquiryWords(enquiries, REFERRERS, gatherCodeLists()).values(),
];

it('says that it is from the asker: a school by its name, a person with who they are', () => {
  const said = wordsOf(
    of({ referrerId: SCHOOL.id }),
    of({ referrerId: MOTHER.id, route: 'parent' }),
    of({ referrerId: undefined, route: 'school' }),
  );
  expect(said.map(({ title }) => title)).toEqual([
    'Enquiry from Testford Academy, 20 November 2026',
    'Enquiry from Tamsin Quill (Parent or carer), 20 November 2026',
    'Enquiry of 20 November 2026 (School, college or university)',
  ]);
  expect(said[0]?.said).toBe('enquiry from Testford Academy, 20 November 2026');
});

it('tells two of one asker and one day by their reference and first words, and no other', () => {
  const [one, other, alone] = wordsOf(
    of({ referrerId: SCHOOL.id, asked: 'Would you take a boy?', reference: 'ENQ/1' }),
    of({ referrerId: SCHOOL.id, asked: 'A pupil sells cheats.' }),
    of({ referrerId: MOTHER.id, route: 'parent', asked: 'He is always online.' }),
  );
  const title = 'Enquiry from Testford Academy, 20 November 2026';
  expect(one?.title).toBe(`${title}, ENQ/1. “Would you take a boy?”`);
  expect(other?.title).toBe(`${title}. “A pupil sells cheats.”`);
  expect(alone?.title).not.toContain('online');
  expect(alone?.whole).toContain('. “He is always online.”');
});

it('tells two of the same words by the time at which each was recorded', () => {
  const same = { referrerId: SCHOOL.id, asked: 'Would you take a boy?' };
  const said = wordsOf(
    of(same, '2026-11-20T09:30:00.000Z'),
    of(same, '2026-11-20T10:45:00.000Z'),
    of({ ...same, receivedOn: '2026-11-19' }),
  );
  expect(new Set(said.map(({ title }) => title)).size).toBe(3);
  for (const { title } of said.slice(0, 2))
    expect(title).toMatch(/“Would you take a boy\?” Recorded on 20 November 2026 at \d\d:\d\d$/);
  expect(said[2]?.whole).toBe(
    'Enquiry from Testford Academy, 19 November 2026. “Would you take a boy?”',
  );
});

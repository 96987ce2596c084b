/** Pasted emails about two pupils: each keeps what is theirs, and the officer says which of them it is about. */
import { describe, expect, it } from 'vitest';
import { factsIn, pasted } from '../../testing/email-under-test.js';
import { mayTakeTogether, whyStarted } from '../draft/take-together.js';
import { peopleListed } from '../name/choose-person.js';

const ABOUT =
  'Dear officer,\nI am writing about two of our pupils.\n\nIdris Penhaligon (born 2 July 2011) has been boasting about booters. His phone is 07700 900801 and his mother is Gwen Penhaligon.';
const SECOND =
  'Seren Holloway, DOB 21/11/2010, is on Discord as seren#1 and can be reached on 07700 900802, seren.h@example.org.';
const SIGNED =
  'Kind regards\nNia Pritchard\nDesignated Safeguarding Lead, Testford Academy\n01632 960801';
const email = (second = SECOND) => `${ABOUT}\n\n${second}\nRef: CC/2026/103\n\n${SIGNED}`;

const referenceOf = (text: string) => {
  const draft = pasted(text);
  const row = draft.rows.find(({ path }) => path === 'referral.reference');
  if (!row) throw new Error('No reference');
  return { draft, row };
};

describe('an email about two pupils', () => {
  it('asks which of them the draft is about', () => {
    const [list, ...others] = peopleListed(pasted(email()));
    expect(list?.people.map(({ says }) => says[0])).toEqual(['Idris Penhaligon', 'Seren Holloway']);
    expect(others).toEqual([]);
  });

  it.each([
    SECOND,
    'Seren Holloway, DOB 21/11/2010, reached on 07700 900802, seren.h@example.org',
    'Seren Holloway, born 21 November 2010, 07700 900802',
    'Seren Holloway (Year 10), seren.h@example.org',
    'Seren Holloway, 07700 900802, seren.h@example.org',
  ])('has the person who signs it as its referrer, not the second pupil: %s', (second) => {
    const facts = factsIn(email(second));
    expect(facts['referrer.name']).toEqual(['Nia Pritchard']);
    expect(facts['referrer.phone']).toEqual(['+441632960801']);
    expect(facts['referrer.email']).toBeUndefined();
    expect(facts['subject.phones[]']).toEqual(['+447700900801']);
    expect(facts['subject.emails[]']).toBeUndefined();
  });

  it('leaves the reference, which may be either’s, and takes it with nothing else', () => {
    const { draft, row } = referenceOf(email());
    expect(row.decision.kind).toBe('leave');
    expect(row.issues.map(({ code }) => code)).toEqual(['of-several-people']);
    expect(whyStarted(draft, row)).toBe('in-text');
    expect(mayTakeTogether(draft, [row.id])).toEqual([]);
  });

  it('leaves the reference also where it names only one of them as a pupil', () => {
    expect(referenceOf(email('The other is a friend of his.')).row.decision.kind).toBe('leave');
  });
});

it('takes the reference of an email about one pupil, though two others were hurt', () => {
  const text = `I am writing about our pupil Idris Penhaligon (born 2 July 2011), who threatened two of our younger pupils.\nRef: CC/2026/103\n\n${SIGNED}`;
  expect(referenceOf(text).row.decision.kind).toBe('take');
});

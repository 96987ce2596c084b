import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_OWNERS, isFieldPath } from '../field/field-path.js';
import { foldLabel, labelWords } from '../field/fold-label.js';
import { ownerOfHeading } from '../field/label-dictionary.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { suggestPath } from './suggest-path.js';

const path = (label: string, ...owner: string[]) => suggestPath({ label, owner });

describe('suggestPath', () => {
  it.each([
    ['DOB', 'subject.bornOn'],
    ['D.O.B.', 'subject.bornOn'],
    ['date_of_birth', 'subject.bornOn'],
    ['dateOfBirth', 'subject.bornOn'],
    ['Born', 'subject.bornOn'],
    ['Forename(s)', 'subject.givenNames'],
    ['Surname', 'subject.familyName'],
    ['SUSPECT SURNAME', 'subject.familyName'],
    ['Nominal full name', 'subject.name'],
    ['Subject name', 'subject.name'],
    ['Name *', 'subject.name'],
    ['A.K.A.', 'subject.aliases[]'],
    ['Home address', 'subject.address'],
    ['Tel', 'subject.phones[]'],
    ['Mobile', 'subject.phones[]'],
    ['E-mail', 'subject.emails[]'],
    ['School/college', 'subject.school'],
    ['Online handles', 'subject.onlineIdentifiers[].asSeen'],
    ['Username', 'subject.onlineIdentifiers[].asSeen'],
    ['NCCU reference', 'referral.reference'],
    ['Crime ref', 'referral.otherReferences[]'],
    ['Date received', 'referral.receivedOn'],
    ["Date Rec'd", 'referral.receivedOn'],
    ['Date of referral', 'referral.receivedOn'],
    ['Suspected offence(s)', 'referral.suspectedOffences[]'],
    ['Legislation', 'referral.lawMentioned[]'],
    ['Incident date', 'referral.incidentDates[]'],
    ['Presenting risk', 'referral.statedRisk'],
    ['Summary', 'referral.narrative'],
    ['Reason for referral', 'referral.narrative'],
    ['Referred by', 'referrer.name'],
    ['Organisation', 'referrer.organisation'],
    ['Role', 'referrer.role'],
    ['Parent/guardian', 'relatedPersons[].name'],
    ['Relationship to subject', 'relatedPersons[].relationship'],
    ['Parent’s telephone', 'relatedPersons[].phones[]'],
    ["Mother's mobile number", 'relatedPersons[].phones[]'],
    ['Referrer email', 'referrer.email'],
    ['Name of referrer', 'referrer.name'],
    ['E-mail (parent)', 'relatedPersons[].emails[]'],
    ['referrer_contact', 'referrer.phone'],
    ['AKA / street name', 'subject.aliases[]'],
    ['Mobile tel.', 'subject.phones[]'],
    ['Tel(s)', 'subject.phones[]'],
    ['Home addr.', 'subject.address'],
    ['DoB', 'subject.bornOn'],
    ['Subj. e-mail', 'subject.emails[]'],
    ['Username / handle', 'subject.onlineIdentifiers[].asSeen'],
    ['Subject (surname, forenames)', 'subject.name'],
    ['Initial risk grading', 'referral.statedRisk'],
    ["Ref'd on", 'referral.receivedOn'],
    ["Ref'd by", 'referrer.name'],
    ["Ref'd by - contact", 'referrer.phone'],
    ['Niche occurrence', 'referral.otherReferences[]'],
    ['Appropriate adult tel', 'relatedPersons[].phones[]'],
  ])('knows what “%s” is without a heading', (label, expected) => {
    expect(path(label)).toBe(expected);
  });

  it.each(['Off Tel', 'OIC mobile', 'SW tel', 'sw_tel', 'dsl_email', 'supTel', 'Mgr phone no'])(
    'gives nobody the number of a colleague: %s',
    (label) => {
      expect(path(label)).toBeUndefined();
    },
  );

  it('gives the number of the officer to whoever refers, where they are the only one', () => {
    expect(path('Ref Off')).toBe('referrer.name');
    expect(suggestPath({ label: 'Off Tel', owner: [] }, { officerRefers: true })).toBe(
      'referrer.phone',
    );
  });

  it('takes the only officer of a page for the one who refers, and no other', () => {
    expect(path('Officer tel')).toBeUndefined();
    expect(suggestPath({ label: 'Officer tel', owner: [] }, { officerRefers: true })).toBe(
      'referrer.phone',
    );
  });

  it('takes what is asked of whoever sits before the screen for nobody’s', () => {
    expect(path('Your email or username')).toBeUndefined();
  });

  it('knows a reference of the national unit under any label', () => {
    expect(suggestPath({ label: 'Employee Number', owner: [], value: 'NCCU-TEST-2026-0001' })).toBe(
      'referral.reference',
    );
    expect(
      suggestPath({ label: 'Employee Number', owner: [], value: '2026-0001' }),
    ).toBeUndefined();
  });

  it('lets the heading say whose a fact is', () => {
    expect(path('Email address', 'Referring officer')).toBe('referrer.email');
    expect(path('Telephone', 'Parent or guardian')).toBe('relatedPersons[].phones[]');
    expect(path('Telephone', 'Details of parent/carer')).toBe('relatedPersons[].phones[]');
    expect(path('Name', 'Referral', 'Subject')).toBe('subject.name');
    expect(path('Name', 'Subject', 'Next of kin')).toBe('relatedPersons[].name');
    expect(path('School', 'Referrer')).toBe('referrer.organisation');
  });

  it('lets the innermost heading that says so decide', () => {
    expect(path('Telephone', 'Referrer', 'Contact details')).toBe('referrer.phone');
  });

  it('offers nothing of a bank, a victim or a signed-in officer as the subject’s', () => {
    for (const heading of [
      'Bank details',
      'Victim',
      'Signed in as',
      'Officer in case',
      'School details',
    ])
      for (const label of ['Name', 'Telephone', 'Address', 'Reference'])
        expect([heading, label, path(label, heading)]).toEqual([heading, label, undefined]);
    expect(path('Victim name')).toBeUndefined();
    expect(path('Employer address')).toBeUndefined();
  });

  it('never takes the day on which a record was made or changed for the day of the referral', () => {
    for (const label of [
      'Created',
      'Created on',
      'Last updated',
      'Date created',
      'Modified',
      'Started',
      'Startdate',
      'Closed',
    ])
      expect([label, path(label)]).toEqual([label, undefined]);
  });

  it('leaves a mail’s subject, and anything that it does not know, without a path', () => {
    for (const label of [
      'Subject',
      'Status',
      'Queue',
      'From',
      '',
      '—',
      'Is the parent aware?',
      '__proto__',
      'constructor',
    ])
      expect([label, path(label)]).toEqual([label, undefined]);
  });

  it('does not give the subject what a third person’s section says', () => {
    expect(path('Date of birth', 'Parent or guardian')).toBeUndefined();
    expect(path('Reference', 'Parent or guardian')).toBeUndefined();
  });

  it('gives nobody the number outside the section that the subject has', () => {
    const footer = { label: 'Telephone', owner: [] };
    expect(suggestPath(footer, { subjectSection: true })).toBeUndefined();
    expect(suggestPath(footer)).toBe('subject.phones[]');
  });

  it('reads a kind of number under a heading that says what it is', () => {
    expect(path('Work', 'Phone numbers')).toBe('subject.phones[]');
    expect(path('Home', 'Properties', 'Email')).toBe('subject.emails[]');
    expect(path('Home', 'Menu')).toBeUndefined();
  });

  it('throws on no label or heading', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' })),
        (label, owner) => {
          const suggested = suggestPath({ label, owner });
          expect(suggested === undefined || isFieldPath(suggested)).toBe(true);
        },
      ),
    );
  });
});

describe('the dictionary', () => {
  it('names only paths and owners that there are', () => {
    for (const each of Object.keys(dictionary.paths))
      expect([each, isFieldPath(each)]).toEqual([each, true]);
    expect(Object.keys(dictionary.owners).filter((each) => each !== 'other')).toEqual(
      expect.arrayContaining([...FIELD_OWNERS]),
    );
  });

  it('says one thing of each label', () => {
    const said = new Map<string, string>();
    const clashes: string[] = [];
    for (const [key, labels] of [
      ...Object.entries(dictionary.paths),
      ...Object.entries(dictionary.facts),
    ])
      for (const words of new Set(labels.map(labelWords))) {
        if (said.has(words)) clashes.push(`${words}: ${said.get(words)} and ${key}`);
        said.set(words, key);
      }
    expect(clashes).toEqual([]);
  });

  it('holds every owner word that it looks for within a heading as a heading of its own', () => {
    for (const [owner, words] of Object.entries(dictionary.ownersWithin))
      for (const word of words) expect([word, ownerOfHeading(word)]).toEqual([word, owner]);
  });
});

it('folds what makes no difference to an adapter’s label, and nothing else', () => {
  expect(foldLabel('  Date  Rec’d : ')).toBe("date rec'd");
  expect(foldLabel('Name')).not.toBe(foldLabel('Names'));
});

/** People on record whom an officer may take for somebody else, or of whom little or too much is known. */
import {
  buildContactCheck,
  buildPromise,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { askKeeper } from './keeper-ask.ts';
import { keepsLongest, LONGEST } from './room-measures.ts';

/** Names by what is odd about them. */
export const ODD_NAMES = {
  'long-40': 'Bartholomew Quillington-Featherstonehaug',
  'long-136': LONGEST,
  arabic: 'عبد الرحمن بن محمد',
  'no-name': 'Name not known',
  'three-births': 'Kit Vale',
} as const;
export type Odd = keyof typeof ODD_NAMES;

/** The name of two people who were born on one day. */
export const TWINS = 'Ada Tolliver';
export const TWINS_BORN = '2010-05-02';
/** The words that tell one of them from the other, but for the last digit of the reference. */
export const TWINS_BY = 'born 2 May 2010, CC/2026/30';
/** Has an open concern that nobody was told of, and is to be checked before contact. */
export const CONCERNED = 'Isolde Farthingale';
/** Has two dates of birth, and a referral that says next to nothing. */
export const DISPUTED = 'Lorcan Penhallow';

/** Was referred three times on one day, and was promised one thing twice. */
export const REFERRED_TWICE = 'Theodora Marchbanks';

const born = (date: string) => ({ what: 'bornOn' as const, date, notedOn: '2026-11-05' });

/** Everybody with a referral that waits for a decision. */
export async function keepsOddPeople(page: Page): Promise<void> {
  await keepsLongest(page);
  const concerned = person({ name: CONCERNED, bornOn: '2012-04-21' }, 'CC/2026/301');
  const aboutConcerned = { subjectId: concerned.id };
  const changes = [
    ...person({ name: ODD_NAMES['long-40'], bornOn: '2011-01-19' }, 'CC/2026/302').changes,
    ...person({ name: ODD_NAMES.arabic, bornOn: '2010-07-08' }, 'CC/2026/303').changes,
    ...person({ name: ODD_NAMES['no-name'], bornOn: undefined }, 'CC/2026/304').changes,
    ...person(
      {
        name: ODD_NAMES['three-births'],
        bornOn: '2010-03-14',
        alsoRecorded: ['2008-03-14', '2017-01-02'].map(born),
      },
      'CC/2026/305',
    ).changes,
    ...person({ name: TWINS, bornOn: TWINS_BORN }, 'CC/2026/306').changes,
    ...person({ name: TWINS, bornOn: TWINS_BORN, schools: [] }, 'CC/2026/307').changes,
    ...person(
      { name: DISPUTED, bornOn: '2010-02-11', alsoRecorded: [born('2013-11-02')] },
      'CC/2026/308',
      {
        narrative: undefined,
        narrativeStatement: undefined,
        suspectedOffences: [],
        lawMentioned: [],
        incidentDates: [],
        route: undefined,
      },
    ).changes,
    ...concerned.changes,
    newRecord(
      'safeguardingConcern',
      buildSafeguardingConcern({ ...aboutConcerned, riskNow: 'serious', told: ['nobody-yet'] }),
    ),
    newRecord('contactCheck', buildContactCheck(aboutConcerned)),
  ];
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

/** Things that are due in one wording: for one person, and for nobody who is named. */
export async function keepsAlike(page: Page): Promise<void> {
  const { id: subjectId, changes } = person(
    { name: REFERRED_TWICE, bornOn: '2010-09-19' },
    'CC/2026/309',
  );
  const more = () =>
    buildReferral({
      subjectId,
      referrerId: undefined,
      reference: undefined,
      otherReferences: [],
      receivedOn: '2026-11-02',
      status: 'received',
    });
  const promise = { subjectId, madeOn: '2026-11-02', dueOn: '2026-11-20' };
  const concern = { subjectId: undefined, told: ['nobody-yet'] };
  const all = [
    ...changes,
    ...[more(), more()].map((each) => newRecord('referral', each)),
    ...[1, 2].map(() => newRecord('promise', buildPromise(promise))),
    ...[1, 2].map(() => newRecord('safeguardingConcern', buildSafeguardingConcern(concern))),
  ];
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes: all, reason: 'case-work' });
}

function person(
  values: Parameters<typeof buildSubject>[0],
  reference: string,
  referred: Parameters<typeof buildReferral>[0] = {},
) {
  const subject = buildSubject({ phones: [], emails: [], ...values });
  const referral = buildReferral({
    subjectId: subject.id,
    referrerId: undefined,
    reference,
    receivedOn: '2026-11-02',
    status: 'received',
    ...referred,
  });
  const changes = [newRecord('subject', subject), newRecord('referral', referral)];
  return { id: subject.id, changes };
}

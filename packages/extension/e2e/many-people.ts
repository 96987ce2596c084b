/**
 * A caseload of many fictional people, each with a referral: some wait for a decision, some were met, few have a
 * concern.
 */
import {
  buildIntervention,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { askKeeper } from './keeper-ask.ts';

// Unlike anybody of the practice caseload.
const FORENAMES =
  'Aurelia Benedek Cosima Dashiell Emrys Fenella Garrick Hesper Ignatius Jessamy Kerensa Lucan Merrin Nicodemus Odhran Piran Quillon Rosamund Safiya Tavish Ursula Vashti Wendell Xanthe Yorath Zenobia Bryony Calix Demelza Eustace Florian'.split(
    ' ',
  );
const SURNAMES =
  'Ashgrove Birkwood Cawdrey Dunmarsh Eldershaw Fernhollow Garthwick Hollinbeck Ivyleigh Jessopdale Kestleton Larkmoor Marlbury Netherby Oakshotte Pennwhistle Quarrington Redfearne Silverdown Thornleigh Umberton Valecroft Wetherby Yarrowfield Zellwood Blackmere Copperthwaite Dovemoor Elmscott Foxcombe Greyfriar'.split(
    ' ',
  );
const SCHOOLS = ['Harrowmere Academy', 'Quillbrack High School', 'Tillmarrow College'];
const NARRATIVES = [
  'Signed in with a teacher’s account that was left open, and changed two marks.',
  'Says that he bought time on a stresser and tried it on the club’s own page.',
  'The network manager found a password list on a shared drive, under her name.',
];
const PER_COMMIT = 80;

/** The most that can be told apart by name. */
export const MOST_PEOPLE = FORENAMES.length * SURNAMES.length;

/** @throws {RangeError} for more people than there are names */
export async function keepsMany(page: Page, count: number): Promise<void> {
  if (count > MOST_PEOPLE) throw new RangeError(`There are names for ${MOST_PEOPLE} people`);
  for (let from = 0; from < count; from += PER_COMMIT) {
    const nths = Array.from({ length: Math.min(PER_COMMIT, count - from) }, (_, nth) => from + nth);
    const commit = { changes: nths.flatMap(recordsOf), reason: 'case-work' };
    await askKeeper(page, 'commit', crypto.randomUUID(), commit);
  }
}

function recordsOf(nth: number) {
  const name = `${FORENAMES[nth % FORENAMES.length]} ${SURNAMES[Math.floor(nth / FORENAMES.length)]}`;
  const notedOn = daysAgo(nth % 40);
  const subject = buildSubject({
    name,
    bornOn: `20${String(8 + (nth % 7)).padStart(2, '0')}-0${1 + (nth % 9)}-1${nth % 10}`,
    schools: [{ name: SCHOOLS[nth % SCHOOLS.length] ?? '', notedOn }],
    phones: [`07700 900${String(200 + (nth % 700)).padStart(3, '0')}`],
    emails: [],
  });
  const about = { subjectId: subject.id };
  const status = nth % 12 === 0 ? 'received' : nth % 3 === 0 ? 'closed' : 'accepted';
  const referral = buildReferral({
    ...about,
    referrerId: undefined,
    reference: `CC/2026/${1000 + nth}`,
    receivedOn: daysAgo(3 + (nth % 40)),
    incidentDates: [],
    narrative: NARRATIVES[nth % NARRATIVES.length],
    status,
  });
  const contact = buildIntervention({
    ...about,
    heldOn: daysAgo(nth % 3),
    ...(nth % 5 === 0 ? { followUpDueOn: daysAgo(2 - (nth % 30)) } : {}),
  });
  const concern = buildSafeguardingConcern({
    ...about,
    ...(nth % 120 === 0 ? { told: ['nobody-yet'] } : {}),
  });
  return [
    newRecord('subject', subject),
    newRecord('referral', referral),
    ...(status === 'accepted' ? [newRecord('intervention', contact)] : []),
    ...(nth % 40 === 0 ? [newRecord('safeguardingConcern', concern)] : []),
  ];
}

/** ISO date so many days before today, in the future if negative. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

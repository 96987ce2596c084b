/** A fictional caseload in an open vault: forty people with referrals and contacts, and one more for each job. */
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../../packages/extension/e2e/keeper-ask.ts';

// Unlike anybody of the practice system: a job is not to be asked whether they were seen before.
const FORENAMES = 'Lucan Bryony Odhran Safiya Emrys Cosima Piran Ondine'.split(' ');
const SURNAMES = 'Kowalski Okonkwo Ferncastle Dunmore Ashgrove'.split(' ');
const PEOPLE = FORENAMES.length * SURNAMES.length;

export interface CaseOptions {
  readonly name: string;
  readonly bornOn?: string;
  /** Status of the referral: `received` awaits a decision. */
  readonly status: 'received' | 'accepted';
  readonly receivedOn: string;
  /** Day of a contact with them; absent if there was none. */
  readonly contactOn?: string;
}

export interface KeptCase {
  readonly name: string;
  readonly subject: string;
  readonly referral: string;
}

const NARRATIVE =
  'Signed in with a teacher’s account that was left open, and changed two marks. He told the head himself on the next day. His mother was there throughout.';

/** A person with a referral, kept as the screens keep them. */
export async function keepCase(page: Page, options: CaseOptions): Promise<KeptCase> {
  const { changes, kept } = caseOf(options);
  await commit(page, changes);
  return kept;
}

/** The forty that are there before any job: half of them with a contact, one in three still to be decided on. */
export async function fillCaseload(page: Page, today: string): Promise<void> {
  const changes = Array.from({ length: PEOPLE }, (_, nth) => {
    const made = caseOf({
      name: `${FORENAMES[nth % FORENAMES.length]} ${SURNAMES[Math.floor(nth / FORENAMES.length)]}`,
      bornOn: `20${String(8 + (nth % 5)).padStart(2, '0')}-0${1 + (nth % 9)}-1${nth % 10}`,
      status: nth % 3 === 0 ? 'received' : 'accepted',
      receivedOn: daysBefore(today, 3 + (nth % 25)),
      ...(nth % 2 === 0 ? { contactOn: daysBefore(today, nth % 3) } : {}),
    });
    return made.changes;
  });
  await commit(page, changes.flat());
}

export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

type Made = ReturnType<typeof makes>;

function makes(kind: string, value: Readonly<Record<string, unknown>>) {
  const record = crypto.randomUUID();
  return { kind, record, parents: [], set: { id: record, ...value } };
}

async function commit(page: Page, changes: readonly Made[]): Promise<void> {
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'referral' });
}

function caseOf({ name, bornOn, status, receivedOn, contactOn }: CaseOptions): {
  readonly changes: readonly Made[];
  readonly kept: KeptCase;
} {
  const subject = makes('subject', {
    name,
    aliases: [],
    addresses: [],
    schools: [{ name: 'Testford Academy', notedOn: receivedOn }],
    phones: ['07700 900123'],
    emails: [],
    categories: [],
    ...(bornOn ? { bornOn } : {}),
  });
  const referral = makes('referral', {
    subjectId: subject.record,
    route: 'school',
    otherReferences: [],
    receivedOn,
    status,
    suspectedOffences: [],
    lawMentioned: [],
    incidentDates: [],
    narrative: NARRATIVE,
    narrativeStatement: 'reported',
    marking: 'OFFICIAL-SENSITIVE',
    purpose: 'prevention',
    lawfulBasis: 'part3-task',
    necessity: 'assess-referral',
  });
  return {
    changes: [subject, referral, ...(contactOn ? [contactOf(subject.record, contactOn)] : [])],
    kept: { name, subject: subject.record, referral: referral.record },
  };
}

function contactOf(subjectId: string, heldOn: string): Made {
  return makes('intervention', {
    subjectId,
    // Not the initial visit: that happens once and is never copied, so that the next contact takes a press more.
    kind: 'one-to-one',
    mode: 'in-person',
    heldOn,
    minutes: 45,
    outcome: 'engaged',
    note: 'We talked through what the law says, and about the club on Thursdays.',
  });
}

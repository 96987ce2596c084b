/**
 * Narrows referrals to an audience before an exporter writes them: it gets the values that a paper for that audience may
 * have, and nothing else. No exporter is asked to leave anything out.
 */
import { issueOf } from '../casework/act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../casework/act/subject-unknown.js';
import { requestsIn } from '../casework/keeping/ask-colleague.js';
import { SEVERAL_PEOPLE, takesSeveralPeople } from '../casework/keeping/disclosure-law.js';
import { closedIssues, declinedIssues, markingIssues } from '../casework/keeping/file-law.js';
import type { RecordKind } from '../record/kind.js';
import { MARKING_OF_A_PERSON, type Marking } from '../record/marking.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import {
  type Audiences,
  audienceView,
  gatherAudiences,
  type Withheld,
  withheldWords,
} from './audience.js';
import { CASE_KINDS } from './case-kind.js';
import { isBare, recordNarrower } from './narrow-record.js';
import { pathLabel } from './render.js';
import type { RecordSet } from './rendered.js';

/** Referrals chosen for a file, and for whom it is. */
export interface GivingOptions {
  readonly referrals: readonly RecordId[];
  /** A code of `export-destination`: it decides what is given and what is withheld. */
  readonly audience: string;
  /** Absent while the officer has not chosen one. */
  readonly marking: Marking | undefined;
  /** The officer who gives it out: a record can be closed to them. */
  readonly officer: RecordId;
  /** Absent: the rules that ship. */
  readonly audiences?: Audiences;
}

/** What an exporter gets, with all that the log and the officer need to know about it. */
export interface RecordsToGive {
  readonly audience: string;
  readonly set: RecordSet;
  /** The records in the set, each at least in part. */
  readonly records: readonly RecordId[];
  /** The fields with a value in the set, by kind: `subject.bornOn`. */
  readonly fields: readonly string[];
  /** Values that are on record and withheld from the audience; never the values themselves. */
  readonly withheld: readonly Withheld[];
  /** Labels of values that are recorded differently elsewhere: a file would state them as certain, so they are left out. */
  readonly disputed: readonly string[];
}

/**
 * Makes the records that an exporter may get of the chosen referrals: with each its subject, its referrer, related people
 * and online identifiers, as far as the audience may have them. Words that an audience gets only once an officer has
 * confirmed them go on paper alone. A list of entries goes whole or not at all.
 *
 * @param records - everything on record about the people of those referrals, with their referrers; what is about anybody
 * else is not read
 */
export function recordsToGive(
  records: readonly StoredRecord[],
  { referrals, audience, marking, officer, audiences = gatherAudiences() }: GivingOptions,
): Result<RecordsToGive> {
  const all = <K extends RecordKind>(kind: K) =>
    records.filter((record): record is StoredRecord<K> => record.kind === kind);
  const wanted = new Set(referrals);
  const chosen = all('referral').filter(({ id }) => wanted.has(id));
  if (wanted.size === 0) return failed(NOTHING_CHOSEN);
  if (chosen.length < wanted.size) return failed(REFERRAL_UNKNOWN);
  const people = new Set(chosen.map(({ value }) => value.subjectId));
  const subjects = all('subject').filter(({ id }) => people.has(id));
  if (subjects.length < people.size) return failed(SUBJECT_UNKNOWN);

  const latest = latestOf(all('referral'));
  const narrower = recordNarrower(audienceView(audiences, audience));
  const given = chosen.map((referral) =>
    narrower.narrow(referral, latest.has(referral.id) ? 'referral' : 'earlierReferrals'),
  );
  const named = new Set(chosen.map(({ value }) => value.referrerId));
  const referrers = narrower.some(
    all('referrer').filter(({ id }) => named.has(id)),
    'referrer',
  );
  const isGiven = new Set(referrers.map(({ id }) => id));
  const isTheirs = ({ value }: StoredRecord<'relatedPerson' | 'onlineIdentifier'>): boolean =>
    people.has(value.subjectId);
  const set: RecordSet = {
    type: 'records',
    marking: marking ?? MARKING_OF_A_PERSON,
    records: {
      subject: narrower.some(subjects, 'subject'),
      // Without the link, nobody learns that one referrer made two of them.
      referral: given.map((value, at) => {
        const referrerId = chosen[at]?.value.referrerId;
        return referrerId && isGiven.has(referrerId) ? { ...value, referrerId } : value;
      }),
      referrer: referrers,
      relatedPerson: narrower.some(all('relatedPerson').filter(isTheirs), 'relatedPersons'),
      onlineIdentifier: narrower.some(
        all('onlineIdentifier').filter(isTheirs),
        'onlineIdentifiers',
      ),
    },
  };
  const fields = [...narrower.fields];
  const issues: readonly Issue[] = [
    ...closedIssues(people, requestsIn(records), officer),
    ...declinedIssues(chosen),
    ...(people.size > 1 && !takesSeveralPeople(audience) ? [SEVERAL_PEOPLE] : []),
    ...(given.some(isBare) ? [NOTHING_FOR_AUDIENCE] : []),
    ...markingIssues(marking, fields, chosen),
  ];
  if (issues.length > 0) return failed(...issues);
  return passed({
    audience,
    set,
    records: Object.values(set.records).flatMap((list) => list.map(({ id }) => id)),
    fields,
    withheld: withheldWords(narrower.withheld, audiences, (path) => pathLabel(CASE_KINDS, path)),
    disputed: [...narrower.disputed],
  });
}

/** The latest referral of each person: of several on one day the last, as in a case file. */
function latestOf(referrals: readonly StoredRecord<'referral'>[]): ReadonlySet<RecordId> {
  const latest = new Map<RecordId, StoredRecord<'referral'>>();
  for (const referral of referrals) {
    const { subjectId, receivedOn } = referral.value;
    const found = latest.get(subjectId);
    if (!found || found.value.receivedOn <= receivedOn) latest.set(subjectId, referral);
  }
  return new Set([...latest.values()].map(({ id }) => id));
}

const NOTHING_CHOSEN = issueOf('missing', 'referrals', 'Select the referrals to give out');
const REFERRAL_UNKNOWN = issueOf(
  'referral-unknown',
  'referrals',
  'A referral that you selected is no longer held. Select again.',
);
const NOTHING_FOR_AUDIENCE = issueOf(
  'nothing-for-audience',
  'destination',
  'Nothing of a referral goes to this destination. Choose another, or write to them yourself.',
);

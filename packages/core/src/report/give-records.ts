/**
 * Narrows referrals to an audience before an exporter writes them: it gets the values that a paper for that audience may
 * have, and nothing else. No exporter is asked to leave anything out.
 */
import { grouped } from '../capture/field/grouped.js';
import { issueOf } from '../casework/act/issue-of.js';
import { referralAsKnown } from '../casework/act/offence-state.js';
import { SUBJECT_UNKNOWN } from '../casework/act/subject-unknown.js';
import { type HandlingOn, handlingOn, originsAt } from '../casework/handling/handling-on.js';
import { requestsIn } from '../casework/keeping/ask-colleague.js';
import { SEVERAL_PEOPLE, takesSeveralPeople } from '../casework/keeping/disclosure-law.js';
import { closedIssues, declinedIssues, markingIssues } from '../casework/keeping/file-law.js';
import { withMoment } from '../casework/person/identifier/list-rows.js';
import type { RecordKind } from '../record/kind.js';
import { MARKING_OF_A_PERSON, type Marking } from '../record/marking.js';
import { isStandingIdentifier } from '../record/online-identifier.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import type { DisclosedHandling } from '../store/log/revision.js';
import {
  type Audiences,
  audienceView,
  gatherAudiences,
  type Withheld,
  withheldWords,
} from './audience.js';
import { CASE_KINDS } from './case-kind.js';
import { type FileKind, isBare, recordNarrower } from './narrow-record.js';
import { pathLabel } from './render.js';
import type { GivenRecord, RecordSet } from './rendered.js';

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

/** Terms on which many records are narrowed. */
export interface GivingTerms {
  /** Lets other work run between portions; the narrowing ends with it if it rejects. */
  readonly pause?: () => Promise<void>;
  /** Called after each portion, with the records narrowed so far and all of them. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Records for an exporter, with all that the log and the officer need to know about them. */
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
  /**
   * Number of words of the referrals that are left out because their matter ended, or was behaviour of a child under ten:
   * a file has no room to say so.
   */
  readonly ended: number;
  /** Labels of values that were given on conditions: a file has no room for them, so they go on paper or sealed. */
  readonly conditioned: readonly string[];
  /** The values with conditions that are left out, for the log. */
  readonly handling: DisclosedHandling;
}

/**
 * Makes the records that an exporter may get of the chosen referrals: with each its subject, its referrer, related people
 * and online identifiers, as far as the audience may have them. Words that an audience gets only once an officer has
 * confirmed them go on paper alone. A list of entries goes whole or not at all.
 *
 * @param records - everything on record about the people of those referrals, with their referrers; what is about anybody
 * else is not read
 */
export async function recordsToGive(
  records: readonly StoredRecord[],
  { referrals, audience, marking, officer, audiences = gatherAudiences() }: GivingOptions,
  { pause = async () => undefined, onProgress }: GivingTerms = {},
): Promise<Result<RecordsToGive>> {
  const all = <K extends RecordKind>(kind: K) =>
    records.filter((record): record is StoredRecord<K> => record.kind === kind);
  const wanted = new Set(referrals);
  const found = all('referral').filter(({ id }) => wanted.has(id));
  if (wanted.size === 0) return failed(NOTHING_CHOSEN);
  if (found.length < wanted.size) return failed(REFERRAL_UNKNOWN);
  const people = new Set(found.map(({ value }) => value.subjectId));
  await pause();
  const subjects = all('subject').filter(({ id }) => people.has(id));
  if (subjects.length < people.size) return failed(SUBJECT_UNKNOWN);
  const { chosen, ended } = withoutEnded(found, all('offence'), subjects);

  await pause();
  const latest = latestOf(all('referral'));
  await pause();
  const named = new Set(chosen.map(({ value }) => value.referrerId));
  const referrers = all('referrer').filter(({ id }) => named.has(id));
  const isTheirs = ({ value }: StoredRecord<'relatedPerson' | 'onlineIdentifier'>): boolean =>
    value.subjectId !== undefined && people.has(value.subjectId);
  await pause();
  const related = all('relatedPerson').filter(isTheirs);
  const identifiers = all('onlineIdentifier')
    .filter((record) => isTheirs(record) && isStandingIdentifier(record.value))
    .map((record) => ({ ...record, value: withMoment(record.value) }));
  await pause();

  const byId = new Map(records.map((record) => [record.id, record]));
  const onEach = new Map<RecordId, HandlingOn>();
  const handlingOf = (id: RecordId): HandlingOn => {
    const record = byId.get(id);
    const found =
      onEach.get(id) ??
      (record ? handlingOn(record, (each) => byId.get(each)) : { whole: [], values: new Map() });
    onEach.set(id, found);
    return found;
  };
  const narrower = recordNarrower(
    audienceView(audiences, audience),
    (id, field) => originsAt(handlingOf(id), field).length > 0,
  );
  const of = [subjects, chosen, referrers, related, identifiers].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  let done = 0;
  const inPortions = async <K extends FileKind>(
    list: readonly StoredRecord<K>[],
    narrow: (record: StoredRecord<K>) => GivenRecord<K> | undefined,
  ): Promise<readonly GivenRecord<K>[]> => {
    const made: GivenRecord<K>[] = [];
    for (const record of list) {
      const value = narrow(record);
      if (value) made.push(value);
      done += 1;
      if (done % PORTION !== 0 && done < of) continue;
      onProgress?.(done, of);
      await pause();
    }
    return made;
  };
  const some = <K extends FileKind>(list: readonly StoredRecord<K>[], thing: string) =>
    inPortions(list, (record) => {
      const value = narrower.narrow(record, thing);
      return isBare(value) ? undefined : value;
    });
  const subject = await some(subjects, 'subject');
  const referrer = await some(referrers, 'referrer');
  const isGiven = new Set(referrer.map(({ id }) => id));
  let isOneBare = false;
  const referral = await inPortions(chosen, (record) => {
    const thing = latest.has(record.id) ? 'referral' : 'earlierReferrals';
    const value = narrower.narrow(record, thing);
    isOneBare ||= isBare(value);
    const { referrerId } = record.value;
    // Without the link, nobody learns that one referrer made two of them.
    return referrerId && isGiven.has(referrerId) ? { ...value, referrerId } : value;
  });
  const set: RecordSet = {
    type: 'records',
    marking: marking ?? MARKING_OF_A_PERSON,
    records: {
      subject,
      referral,
      referrer,
      relatedPerson: await some(related, 'relatedPersons'),
      onlineIdentifier: await some(identifiers, 'onlineIdentifiers'),
    },
  };
  const fields = [...narrower.fields];
  const issues: readonly Issue[] = [
    ...closedIssues(people, requestsIn(records), officer),
    ...declinedIssues(chosen),
    ...(people.size > 1 && !takesSeveralPeople(audience) ? [SEVERAL_PEOPLE] : []),
    ...(isOneBare ? [NOTHING_FOR_AUDIENCE] : []),
    ...markingIssues(marking, fields, chosen),
  ];
  if (issues.length > 0) return failed(...issues);
  const given = Object.values(set.records).flatMap((list) => list.map(({ id }) => id));
  const leftOut = given.flatMap((record) =>
    [...handlingOf(record).values.keys()].map((field) => ({ record, field })),
  );
  return passed({
    audience,
    set,
    records: given,
    fields,
    withheld: withheldWords(narrower.withheld, audiences, (path) => pathLabel(CASE_KINDS, path)),
    disputed: [...narrower.disputed],
    ended,
    conditioned: [...narrower.conditioned],
    handling: { shown: [], leftOut },
  });
}

/** The referrals without the words of matters that ended, and how many words those were. */
function withoutEnded(
  referrals: readonly StoredRecord<'referral'>[],
  offences: readonly StoredRecord<'offence'>[],
  subjects: readonly StoredRecord<'subject'>[],
): { readonly chosen: readonly StoredRecord<'referral'>[]; readonly ended: number } {
  if (offences.length === 0) return { chosen: referrals, ended: 0 };
  const people = new Map(subjects.map(({ id, value }) => [id, value]));
  const byReferral = grouped(offences, ({ value }) => value.referralId);
  let ended = 0;
  const chosen = referrals.map((each) => {
    const { value } = each;
    const known = referralAsKnown(each, byReferral.get(each.id) ?? [], people.get(value.subjectId));
    ended += wordCount(value) - wordCount(known);
    return { ...each, value: known };
  });
  return { chosen, ended };
}

const wordCount = ({
  suspectedOffences,
  lawMentioned,
}: StoredRecord<'referral'>['value']): number => suspectedOffences.length + lawMentioned.length;

/** Records narrowed before other work may run. */
const PORTION = 100;

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

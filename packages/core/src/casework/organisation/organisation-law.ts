/**
 * The law of organisations on every save: words are joined by a named act to what they are, a link is never rewritten,
 * and no organisation becomes itself.
 */
import {
  ABOUT_FIELDS,
  aboutOfLink,
  WORDED_KINDS,
  type WordedKind,
} from '../../record/about-link.js';
import { fieldsOf, type RecordOf } from '../../record/kind.js';
import { canonical } from '../../shared/canonical.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import { UNDO } from '../../store/log/compose.js';
import type { HeldRecords, SaidOfSave, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { issueOf } from '../act/issue-of.js';
import { IN_A_CIRCLE } from './become-other.js';
import { JOINED_ALREADY, ORGANISATION_GONE } from './join-words.js';
import { linkState, organisationCourse } from './link-state.js';
import { wordPlaces } from './word-place.js';

type Link = RecordOf<'organisationLink'>;

export function organisationIssuesOfSave(
  record: SavedRecord,
  saved: readonly SavedRecord[],
  held: HeldRecords,
  today: PlainDate,
  said: Pick<SaidOfSave, 'reason'>,
): readonly Issue[] {
  if (!record.after) return [];
  const find = (id: RecordId): StoredRecord | undefined => afterSave(id, saved) ?? held.find(id);
  if (record.kind === 'organisation') return becameIssues(record, find);
  if (record.kind !== 'organisationLink') return [];
  if (record.before) return changeIssues(record, saved, held, today, said, find);
  return record.restores
    ? backIssues(record, saved, held, find)
    : newLinkIssues(record, saved, held, today, find);
}

/** The record as the save leaves it; undefined if the save does not have it, or withdraws it. */
function afterSave(id: RecordId, saved: readonly SavedRecord[]): StoredRecord | undefined {
  const found = saved.find((each) => each.id === id);
  return found?.after ? ({ kind: found.kind, id, value: found.after } as StoredRecord) : undefined;
}

function newLinkIssues(
  { id, after }: SavedRecord,
  saved: readonly SavedRecord[],
  held: HeldRecords,
  today: PlainDate,
  find: (id: RecordId) => StoredRecord | undefined,
): readonly Issue[] {
  const link = after as Partial<Link> as Link;
  const issues: Issue[] = [];
  if (find(link.organisationId)?.kind !== 'organisation') issues.push(ORGANISATION_GONE);
  const named = WORDED_KINDS.filter((kind) => aboutNamed(link, kind));
  const about = aboutOfLink(link);
  const record = about && find(about.id);
  // A contact with an agency names its subject too, and no other one.
  const isOfSubject =
    about?.kind === 'agencyContact'
      ? record && Reflect.get(record.value, 'subjectId') === link.subjectId
      : named.length === 1;
  const words = record && wordPlaces(record).find(({ path }) => path === link.path)?.words;
  if (!isOfSubject || words === undefined || words !== link.words) issues.push(WORDS_NOT_THERE);
  if (link.reasons.length === 0) issues.push(REASON_MISSING);
  if (link.joinedOn !== today || link.undoneOn !== undefined) issues.push(JOINED_TODAY);
  if (record && isJoinedAlready(id, link, record, saved, held)) issues.push(JOINED_ALREADY);
  return issues;
}

function aboutNamed(link: Link, kind: (typeof WORDED_KINDS)[number]): boolean {
  return kind === 'agencyContact'
    ? link.agencyContactId !== undefined
    : aboutOfLink({ ...link, agencyContactId: undefined })?.kind === kind;
}

/** A link that is given back counts again, unless its place has another by now. */
function backIssues(
  { id, after }: SavedRecord,
  saved: readonly SavedRecord[],
  held: HeldRecords,
  find: (id: RecordId) => StoredRecord | undefined,
): readonly Issue[] {
  const link = after as Partial<Link> as Link;
  const about = aboutOfLink(link);
  const record = about && find(about.id);
  const isBack = linkState({ value: link }, record) === 'stands';
  return isBack && record && isJoinedAlready(id, link, record, saved, held) ? [JOINED_ALREADY] : [];
}

/** Asks among the links of the same save, and those that name the subject or the record with the words. */
function isJoinedAlready(
  id: RecordId,
  link: Link,
  record: StoredRecord,
  saved: readonly SavedRecord[],
  held: HeldRecords,
): boolean {
  const isAtPlace = (other: Partial<Link>): boolean =>
    other.path === link.path && aboutOfLink(other as Link)?.id === record.id;
  const { subjectId } = link;
  const own = held.query(
    'organisationLink',
    subjectId === undefined
      ? { [ABOUT_FIELDS[record.kind as WordedKind]]: record.id }
      : { subjectId },
  );
  return (
    saved.some(
      (each) =>
        each.kind === 'organisationLink' && each.id !== id && each.after && isAtPlace(each.after),
    ) ||
    own.some(
      (other) =>
        other.id !== id &&
        !saved.some((one) => one.id === other.id) &&
        isAtPlace(other.value) &&
        linkState(other, record) === 'stands',
    )
  );
}

/** A link changes once: it is undone, today and with a reason. Undoing that save gives it back. */
function changeIssues(
  record: SavedRecord,
  saved: readonly SavedRecord[],
  held: HeldRecords,
  today: PlainDate,
  { reason }: Pick<SaidOfSave, 'reason'>,
  find: (id: RecordId) => StoredRecord | undefined,
): readonly Issue[] {
  const { before, after } = record;
  const was = before?.value as Link;
  const now = after as Partial<Link> as Link;
  const isOther = fieldsOf('organisationLink').some(
    ({ name }) =>
      !name.startsWith('undone') &&
      written(Reflect.get(was, name)) !== written(Reflect.get(now, name)),
  );
  if (isOther) return [JOIN_FIXED];
  if (was.undoneOn === now.undoneOn && was.undoneWhy === now.undoneWhy) return [];
  if (reason === UNDO) return backIssues(record, saved, held, find);
  if (was.undoneOn !== undefined) return [JOIN_FIXED];
  return now.undoneOn === today && now.undoneWhy !== undefined ? [] : [UNDONE_TODAY];
}

function becameIssues(
  { id, after }: SavedRecord,
  find: (id: RecordId) => StoredRecord | undefined,
): readonly Issue[] {
  const { becameId, becameHow, becameOn, becameWhy } = after as Partial<RecordOf<'organisation'>>;
  if (becameId === undefined) return [];
  const course = organisationCourse(becameId, find);
  if (course.some((each) => each.id === id)) return [IN_A_CIRCLE];
  if (course.length === 0) return [ORGANISATION_GONE];
  return becameHow === undefined || becameOn === undefined || becameWhy === undefined
    ? [BECAME_UNSAID]
    : [];
}

function written(value: unknown): string {
  return value === undefined ? '' : canonical(value);
}

const WORDS_NOT_THERE = issueOf(
  'words-changed',
  'words',
  'The record does not have these words in this place. Look at them again, and join them then.',
);
const REASON_MISSING = issueOf('missing', 'reasons', 'Say why these words mean the organisation');
const JOINED_TODAY = issueOf(
  'join-fixed',
  'joinedOn',
  'Words are joined on the day on which you join them. Join them again today.',
);
const JOIN_FIXED = issueOf(
  'join-fixed',
  'organisationId',
  'A joined organisation is not changed. Undo it, and join the words again.',
);
const UNDONE_TODAY = issueOf(
  'join-fixed',
  'undoneOn',
  'A join is undone on the day on which you undo it, with the reason. Undo it again today.',
);
const BECAME_UNSAID = issueOf(
  'became-unsaid',
  'becameHow',
  'Say how and when the organisation became the other one, and how you know.',
);

/**
 * Disposal needs somebody’s decision: of a whole case by its closing and a retention review, of a refused referral by its
 * refusal, of a person identified by what was decided of them. Worked out from what is held, whoever asks and for which ids.
 */
import { type Issue, isError } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { HeldAtDisposal, HeldRecords } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type CaseRoot, isRoot } from '../act/case-root.js';
import { goesWith, inTheWay } from '../act/disposal.js';
import { letGoBy, mattersLeft } from '../intake/let-go.js';
import { type DisposalContext, goesWithCase, inTheWayOfCase } from './dispose-case.js';

/** What stands in the way of disposing of exactly these records; nothing where each of them goes by a decision that stands. */
export function disposalIssues(
  ids: readonly RecordId[],
  held: HeldAtDisposal,
  context: DisposalContext,
): readonly Issue[] {
  const asked = new Set(ids);
  const all = held.all();
  const byId = new Map(all.map((record) => [record.id, record]));
  const going = new Set<RecordId>();
  const issues: Issue[] = [];
  const settles = (found: readonly RecordId[], stops: readonly Issue[]): boolean => {
    if (stops.some(isError)) return false;
    for (const id of found) going.add(id);
    return true;
  };
  /** Subjects of whom a referral was refused: what stops that is said, not that their case is open. */
  const refused = new Set<RecordId>();
  for (const root of ids.flatMap((id) => rootOf(byId.get(id)))) {
    if (!isLetGo(root, all)) continue;
    const own = ownRecords(root.value.subjectId, held, all);
    const stops = [
      ...mattersLeft(root, all, context),
      ...inTheWay(own, root.value.subjectId, context.lists),
    ];
    if (settles(goesWith(root, own, all), stops)) continue;
    refused.add(root.value.subjectId);
    issues.push(...stops);
  }
  for (const id of ids) {
    if (going.has(id) || byId.get(id)?.kind !== 'subject') continue;
    const whole = goesWithCase(id, all);
    const records = whole.flatMap((each) => byId.get(each) ?? []);
    const stops = [...inTheWayOfCase(id, records, context, all)];
    if (!whole.every((each) => asked.has(each))) stops.push(PART_OF_CASE);
    if (!settles(whole, stops) && !refused.has(id)) issues.push(...stops);
  }
  // What the history of what goes is the last to name goes along, and is not left behind.
  if (going.size > 0) for (const { id } of held.only) going.add(id);
  if (!ids.every((id) => going.has(id))) return issues.length > 0 ? issues : [NOT_DECIDED];
  return held.only.every(({ id }) => asked.has(id)) ? [] : [PART_OF_CASE];
}

function rootOf(record: StoredRecord | undefined): readonly CaseRoot[] {
  return record && isRoot(record) ? [record] : [];
}

/** Whether the decision that stands on it lets go of what is held; a referral has its refusal, with its reason, as well. */
function isLetGo(root: CaseRoot, all: readonly StoredRecord[]): boolean {
  if (!letGoBy(root, all)) return false;
  return (
    root.kind === 'identification' ||
    ofKind(all, 'refusal').some(
      ({ value }) =>
        value.referralId === root.id &&
        value.handling === 'dispose' &&
        value.reasonCodes.length > 0,
    )
  );
}

/** What is held of the subject, with the referrers that it rests on. */
function ownRecords(
  subject: RecordId,
  held: HeldRecords,
  all: readonly StoredRecord[],
): readonly StoredRecord[] {
  const person = held.find(subject);
  const own = [...(person ? [person] : []), ...held.about(subject)];
  const named = new Set<RecordId>(
    own.flatMap(({ value }) =>
      'referrerId' in value && value.referrerId !== undefined ? [value.referrerId] : [],
    ),
  );
  return [...own, ...all.filter(({ id }) => named.has(id))];
}

function ofKind<K extends 'decision' | 'refusal'>(
  records: readonly StoredRecord[],
  kind: K,
): readonly StoredRecord<K>[] {
  return records.filter((record): record is StoredRecord<K> => record.kind === kind);
}

const NOT_DECIDED: Issue = {
  code: 'disposal-undecided',
  severity: 'error',
  message:
    'Nobody decided to dispose of these records. A case goes after a retention review, a referral when it is refused.',
};

const PART_OF_CASE: Issue = {
  code: 'disposal-of-part',
  severity: 'error',
  message:
    'A case is disposed of as a whole, and more is held of it now than was looked at. Look at what would go once more.',
};

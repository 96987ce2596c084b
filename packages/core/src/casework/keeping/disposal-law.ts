/**
 * Disposal needs somebody’s decision. A whole case needs its closing and a retention review, a refused referral its
 * refusal, an identified person the decision about them, and an identifier on nobody the reason why it is not needed. Worked out from the stored records, for any caller and any
 * ids.
 */
import { type Issue, isError } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { HeldAtDisposal, HeldRecords } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type CaseRoot, isRoot } from '../act/case-root.js';
import { goesWith, inTheWay } from '../act/disposal.js';
import { letGoBy, mattersLeft } from '../intake/let-go.js';
import { identifierInTheWay } from '../person/identifier/nobody-identifier.js';
import { type DisposalContext, goesWithCase, inTheWayOfCase } from './dispose-case.js';

/** Obstacles to the disposal of exactly these records; none if a current decision covers each of them. */
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
  /** Subjects with a refused referral: the obstacles to that are reported, not that their case is open. */
  const refused = new Set<RecordId>();
  for (const root of ids.flatMap((id) => rootOf(byId.get(id)))) {
    if (!isLetGo(root, all)) continue;
    const own = ownRecords(root.value.subjectId, held, all);
    const stops = [
      ...mattersLeft(root, all, context),
      ...inTheWay(own, root.value.subjectId, context.lists),
    ];
    const whole = goesWith(root, own, all);
    if (!whole.every((each) => asked.has(each))) stops.push(PART_OF_CASE);
    if (settles(whole, stops)) continue;
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
  for (const id of ids) {
    const held = byId.get(id);
    if (going.has(id) || !isOfNobody(held)) continue;
    if (!settles([id], identifierInTheWay(held))) issues.push(...identifierInTheWay(held));
  }
  // Adds records that only the history of these still names, so that none is left behind.
  if (going.size > 0) for (const { id } of held.only) going.add(id);
  if (!ids.every((id) => going.has(id))) return issues.length > 0 ? issues : [NOT_DECIDED];
  return held.only.every(({ id }) => asked.has(id)) ? [] : [PART_OF_CASE];
}

/** True for an identifier that is no part of a case: it goes by itself, once somebody said that it is not needed. */
function isOfNobody(record: StoredRecord | undefined): record is StoredRecord<'onlineIdentifier'> {
  return (
    record?.kind === 'onlineIdentifier' &&
    (record as StoredRecord<'onlineIdentifier'>).value.subjectId === undefined
  );
}

function rootOf(record: StoredRecord | undefined): readonly CaseRoot[] {
  return record && isRoot(record) ? [record] : [];
}

/** True if the current decision on it disposes of it; a referral also needs its refusal, with its reason. */
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

/** Stored records about the subject, with the referrers that they refer to. */
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
    'A case is disposed of as a whole, and more of it is held now than was looked at. Look again at what would go.',
};

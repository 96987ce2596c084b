/**
 * Content that no change may touch: a signed assessment, the first content of a blind rating or a stop card, a
 * colleague's answer, a hold.
 */
import { canonical } from '../shared/canonical.js';
import type { RecordKind } from './kind.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * `whole`: nothing changes any longer. `what-is-set`: a field may be added, but none altered or removed except the open
 * ones: for a hold, its subject, its review and its end.
 */
export type Lock = 'whole' | 'what-is-set';

interface LockRule {
  /** The lock of a record in its stored state; undefined if it may change. */
  readonly lock: (value: Fields) => Lock | undefined;
  /** Fields that may still change. */
  readonly open?: readonly string[];
}

/** The kinds that can lock. */
const LOCKS: Readonly<Partial<Record<RecordKind, LockRule>>> = {
  assessment: { lock: ({ signedAt }) => (signedAt === undefined ? undefined : 'whole') },
  colleagueRequest: { lock: ({ answer }) => (answer === undefined ? undefined : 'whole') },
  // If they could be withdrawn and made again, a commitment could be fitted to the other's answers, and an admission to
  // the answer hoped for.
  rating: { lock: () => 'what-is-set' },
  stopCard: { lock: () => 'what-is-set' },
  // A hold that could be withdrawn would protect nothing: it ends by being lifted. One moved to the right person still
  // covers the earlier one too, since the store includes every subject it ever named.
  hold: { lock: () => 'what-is-set', open: ['subjectId', 'reviewDueOn', 'liftedOn'] },
};

/** True if records of the kind can lock. */
export function canLock(kind: RecordKind): boolean {
  return LOCKS[kind] !== undefined;
}

/** The lock of a record in its stored state; undefined if it may change. */
export function lockOf(kind: RecordKind, value: Fields): Lock | undefined {
  return LOCKS[kind]?.lock(value);
}

/** True if the change would alter a locked record; a withdrawal would. */
export function breaksLock(
  kind: RecordKind,
  held: Fields,
  after: Fields,
  isWithdrawn: boolean,
): boolean {
  const lock = lockOf(kind, held);
  if (lock === undefined) return false;
  if (isWithdrawn) return true;
  if (lock === 'whole') return canonical(after) !== canonical(held);
  const open = LOCKS[kind]?.open ?? [];
  return Object.entries(held).some(
    ([name, value]) =>
      !open.includes(name) && canonical(after[name] ?? null) !== canonical(value ?? null),
  );
}

/**
 * The reason a locked record of the kind stays unchanged, and the alternative: the rest of a sentence that begins with
 * its name.
 */
export function lockWords(kind: RecordKind): string {
  return kind === 'hold'
    ? 'it is never changed or withdrawn. Lift it instead'
    : 'it is signed or committed to, and no longer changes';
}

/** Kinds that are never handed to a colleague: a rating whose answers must not be seen yet. A backup includes them. */
export function staysHere(kind: RecordKind): boolean {
  return kind === 'sealedRating';
}

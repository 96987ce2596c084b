/** What no change may touch: a signed assessment, what a blind rating or a stop card was written with, what a colleague answered, a hold. */
import { canonical } from '../shared/canonical.js';
import type { RecordKind } from './kind.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * `whole`: nothing changes any more. `what-is-set`: a field may be added, none altered or taken away but for those that stay
 * open: of a hold whom it is on, its review and its end.
 */
export type Lock = 'whole' | 'what-is-set';

/** Kinds that ever lock. */
export const LOCKING_KINDS: readonly RecordKind[] = [
  'assessment',
  'rating',
  'colleagueRequest',
  'stopCard',
  'hold',
];

/** Fields of a locked kind that may still change. */
const OPEN_FIELDS: Partial<Record<RecordKind, readonly string[]>> = {
  // Moved to the right person, it keeps whomever it was on as well, since the store holds all that it ever named.
  hold: ['subjectId', 'reviewDueOn', 'liftedOn'],
};

/** How far a record as it is held now is locked; undefined where it may change. */
export function lockOf(kind: RecordKind, value: Fields): Lock | undefined {
  if (kind === 'assessment') return value.signedAt === undefined ? undefined : 'whole';
  if (kind === 'colleagueRequest') return value.answer === undefined ? undefined : 'whole';
  // Taken back and made again, a commitment could be fitted to the other's answers, and an admission to what was hoped for.
  if (kind === 'rating' || kind === 'stopCard') return 'what-is-set';
  // A hold that could be taken back would hold nothing: it ends by being lifted.
  return kind === 'hold' ? 'what-is-set' : undefined;
}

/** Whether the record, locked as it is held, would be another after a change; taking it back is one. */
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
  const open = OPEN_FIELDS[kind] ?? [];
  return Object.entries(held).some(
    ([name, value]) =>
      !open.includes(name) && canonical(after[name] ?? null) !== canonical(value ?? null),
  );
}

/** Why a locked record of the kind stays as it is, and what to do instead: the rest of a sentence that begins with its name. */
export function lockWords(kind: RecordKind): string {
  return kind === 'hold'
    ? 'it is not changed or taken back. Lift it instead'
    : 'it is signed or committed to, and no longer changes';
}

/** Kinds that are handed to no colleague: a rating whose answers are not to be seen yet. A backup holds them. */
export function staysHere(kind: RecordKind): boolean {
  return kind === 'sealedRating';
}

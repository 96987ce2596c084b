/** What no change may touch: a signed assessment, what a blind rating or a stop card was written with, what a colleague answered. */
import { canonical } from '../shared/canonical.js';
import type { RecordKind } from './kind.js';

type Fields = Readonly<Record<string, unknown>>;

/** `whole`: nothing changes any more. `what-is-set`: a field may be added, none altered or taken away. */
export type Lock = 'whole' | 'what-is-set';

/** Kinds that ever lock. */
export const LOCKING_KINDS: readonly RecordKind[] = [
  'assessment',
  'rating',
  'colleagueRequest',
  'stopCard',
];

/** How far a record as it is held now is locked; undefined where it may change. */
export function lockOf(kind: RecordKind, value: Fields): Lock | undefined {
  if (kind === 'assessment') return value.signedAt === undefined ? undefined : 'whole';
  if (kind === 'colleagueRequest') return value.answer === undefined ? undefined : 'whole';
  // Taken back and made again, a commitment could be fitted to the other's answers, and an admission to what was hoped for.
  return kind === 'rating' || kind === 'stopCard' ? 'what-is-set' : undefined;
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
  return Object.entries(held).some(
    ([name, value]) => canonical(after[name] ?? null) !== canonical(value ?? null),
  );
}

/** Kinds that are handed to no colleague: a rating whose answers are not to be seen yet. A backup holds them. */
export function staysHere(kind: RecordKind): boolean {
  return kind === 'sealedRating';
}

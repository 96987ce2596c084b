/** The records that batches from somewhere else would change, each as it is held and as it would be. */
import type { RecordKind } from '../../record/kind.js';
import { canonical } from '../../shared/canonical.js';
import type { RecordId } from '../../shared/primitives.js';
import type { Folded } from '../folded.js';
import { isStandingHold } from '../held.js';
import type { Ledger } from '../ledger.js';
import { type Branch, branchesOf } from '../log/branch.js';
import { type Batch, type Revision, revisionsOf } from '../log/revision.js';
import { notReceived } from '../log/trouble.js';

export interface Touched {
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** As it is held; undefined where nothing of it is. */
  readonly held: Folded | undefined;
  /** New here, in the order of the batches. */
  readonly fresh: readonly Revision[];
  /** Every revision: those held and those that are new. */
  readonly all: ReadonlyMap<RecordId, Revision>;
  /** Its branches with all of them. */
  readonly after: readonly Branch[];
}

interface Found {
  readonly fresh: Revision[];
  readonly all: Map<RecordId, Revision>;
}

/**
 * @param others - batches with nothing in them but what is new
 * @throws {PreventError} `CP_STORE_NOT_RECEIVED` when a revision or a record is two things at once
 */
export async function touchedBy(
  others: readonly Batch[],
  { ledger, disposed }: { readonly ledger: Ledger; readonly disposed: ReadonlySet<RecordId> },
): Promise<readonly Touched[]> {
  const found = new Map<RecordId, Found>();
  for (const revision of others.flatMap(revisionsOf)) {
    const { record, id, kind } = revision;
    if (disposed.has(record)) continue;
    const known: Found = found.get(record) ?? {
      fresh: [],
      all: new Map(await ledger.revisionsOf(record)),
    };
    found.set(record, known);
    const same = known.all.get(id);
    if (same && canonical(same) !== canonical(revision)) throw notReceived('fork');
    const [first] = known.all.values();
    if ((ledger.records.find(record)?.kind ?? first?.kind ?? kind) !== kind)
      throw notReceived('malformed');
    known.all.set(id, revision);
    if (!same) known.fresh.push(revision);
  }
  return [...found].flatMap(([record, { fresh, all }]) => {
    const [first] = fresh;
    if (!first) return [];
    const after = branchesOf(all);
    if (after.length === 0) throw notReceived('malformed');
    return [{ kind: first.kind, record, held: ledger.records.find(record), fresh, all, after }];
  });
}

/** Whether there is something of the record to be seen here. */
export function isShownHere({ held }: Touched): boolean {
  return held !== undefined && held.branches.length > 0;
}

/**
 * The new revisions that would end what is in place here: withdraw a record that stands, or lift a hold that does. A
 * record that is not held here may come withdrawn, and one that is taken back and put back in one file ends nothing.
 */
export function endingsIn(one: Touched): readonly Revision[] {
  const { kind, held, fresh, after } = one;
  if (!held || !isShownHere(one)) return [];
  const isWithdrawn = !held.isWithdrawn && after.some((branch) => branch.isWithdrawn);
  const isLifted =
    kind === 'hold' &&
    isStandingHold(held) &&
    after.some(({ value }) => value.liftedOn !== undefined);
  return fresh.filter(
    ({ withdraw, set }) =>
      (isWithdrawn && withdraw === true) || (isLifted && isGiven(Reflect.get(set, 'liftedOn'))),
  );
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The records that batches from elsewhere would change, before and after. */
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
  /** Its present state here; undefined if there is none. */
  readonly held: Folded | undefined;
  /** Revisions new here, in the order of the batches. */
  readonly fresh: readonly Revision[];
  /** Every revision: those already here and the new ones. */
  readonly all: ReadonlyMap<RecordId, Revision>;
  /** Its branches with all of them. */
  readonly after: readonly Branch[];
}

interface Found {
  readonly fresh: Revision[];
  readonly all: Map<RecordId, Revision>;
}

/**
 * @param others - batches with nothing in them but new content
 * @throws {PreventError} `CP_STORE_NOT_RECEIVED` when two versions of a revision or two kinds of a record conflict
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

/** True if any of the record can be seen here. */
export function isShownHere({ held }: Touched): boolean {
  return held !== undefined && held.branches.length > 0;
}

/**
 * The new revisions that would end something in place here: withdraw a current record, or lift a hold in place. A
 * record that is not here may come withdrawn, and one that is withdrawn and restored in one file ends nothing.
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

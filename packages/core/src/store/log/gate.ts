/**
 * A host's conditions for every save, disclosure and disposal beyond those of the kinds: the law that it works under. The
 * store works out the records before and after, and asks within its own queue, so that no caller bypasses or overtakes
 * it.
 */
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Sources } from '../../record/provenance.js';
import { PreventError } from '../../shared/errors.js';
import { type Issue, isError } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { WorkingSet } from '../fold.js';
import { invalid } from '../prepare.js';
import { laidOver, latest, sourcesAfter } from './branch.js';
import type { HeldOnly, StoredRecord } from './port.js';
import type { AuditEntry, Commit } from './revision.js';

export interface HeldRecords {
  /** The current record; undefined if there is none, or it was withdrawn. */
  find(id: RecordId): StoredRecord | undefined;
  /** Current records that name the subject. The cost depends on the subject's records, not on the caseload. */
  about(subject: RecordId): readonly StoredRecord[];
  /** Current records of the kind with these field values. Without a subject, every record of the kind is looked at. */
  query<K extends RecordKind>(kind: K, where: Partial<RecordOf<K>>): readonly StoredRecord<K>[];
  /** Every current record: for a disposal, never for a save. */
  all(): readonly StoredRecord[];
}

export interface HeldAtDisposal extends HeldRecords {
  /** Records that would then be kept for nothing else, as `heldOnlyWith` of a store gives them. */
  readonly only: readonly HeldOnly[];
}

/** A record that a save changes, before and after the save. */
export interface SavedRecord {
  readonly kind: RecordKind;
  readonly id: RecordId;
  /** Undefined if the save creates it, or restores it after a withdrawal. */
  readonly before: StoredRecord | undefined;
  /** Undefined if the save withdraws it. */
  readonly after: Readonly<Record<string, unknown>> | undefined;
  /** The record as it was withdrawn, if the save restores it. */
  readonly restores?: StoredRecord;
  /** Fields that the save itself sets, also as it withdraws the record; `null` removes one. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Source of each field after the save; empty if the save withdraws it. */
  readonly sources: Sources;
}

/** The reason of a save, and the log entries that come with it. */
export type SaidOfSave = Required<Pick<Commit, 'reason' | 'audit'>>;

/**
 * Conditions of saves, disclosures and disposals. An issue that is an error refuses the whole save or disposal. It answers at once,
 * and asks nobody else.
 */
export interface StoreGate {
  save(
    saved: readonly SavedRecord[],
    held: HeldRecords,
    today: PlainDate,
    said: SaidOfSave,
  ): readonly Issue[];
  /** @param isWithSave - the commit that has the entry also changes a record */
  disclosure(
    entry: AuditEntry,
    isWithSave: boolean,
    held: HeldRecords,
    today: PlainDate,
  ): readonly Issue[];
  /** @param ids - records in the store; those of a disposal that was cut short are not asked about again */
  disposal(ids: readonly RecordId[], held: HeldAtDisposal, today: PlainDate): readonly Issue[];
}

/** @throws {PreventError} `CP_RECORD_INVALID` with every issue in the message and as `cause` */
export function refuseSave(
  gate: StoreGate,
  { changes, reason, audit = [] }: Commit,
  records: WorkingSet,
  today: PlainDate,
): void {
  const held = heldIn(records);
  const saved = changes.map((change): SavedRecord => {
    const { kind, record: id, set, withdraw } = change;
    const entry = records.find(id);
    const base = latest(entry?.branches ?? []);
    const after = withdraw ? undefined : laidOver(base?.value ?? {}, set);
    const sources = withdraw ? {} : sourcesAfter(base?.sources ?? {}, change);
    const restores = entry?.isWithdrawn && !withdraw ? { restores: entry.stored } : {};
    return { kind, id, before: held.find(id), after, ...restores, set, sources };
  });
  const isWithSave = saved.length > 0;
  const issues = [
    ...(isWithSave ? gate.save(saved, held, today, { reason, audit }) : []),
    ...audit
      .filter(({ action }) => action === 'disclosure')
      .flatMap((entry) => gate.disclosure(entry, isWithSave, held, today)),
  ].filter(isError);
  if (issues.length > 0) throw invalid(issues);
}

/** @throws {PreventError} `CP_STORE_NOT_DISPOSABLE` with every issue in the message and as `cause` */
export function refuseDisposal(
  gate: StoreGate,
  ids: readonly RecordId[],
  { records, only }: { readonly records: WorkingSet; readonly only: readonly HeldOnly[] },
  today: PlainDate,
): void {
  const asked = ids.filter((id) => records.find(id) !== undefined);
  if (asked.length === 0) return;
  const issues = gate.disposal(asked, { ...heldIn(records), only }, today).filter(isError);
  if (issues.length === 0) return;
  const said = [...new Set(issues.map(({ message }) => message))].join(' ');
  throw new PreventError('CP_STORE_NOT_DISPOSABLE', `Nothing was disposed of. ${said}`, {
    cause: issues,
  });
}

function heldIn(records: WorkingSet): HeldRecords {
  const standing = (entries: Iterable<NonNullable<ReturnType<WorkingSet['find']>>>) =>
    [...entries].filter(({ isWithdrawn }) => !isWithdrawn).map(({ stored }) => stored);
  return {
    find(id) {
      const entry = records.find(id);
      return entry && !entry.isWithdrawn ? entry.stored : undefined;
    },
    about: (subject) => standing(records.of(subject)),
    query: (kind, where) => records.query(kind, where),
    all: () => standing(records.all()),
  };
}

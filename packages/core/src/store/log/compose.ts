/** Makes the signed batch for a commit: revisions, audit entries, commitments, header, signature. */
import { canonical } from '../../shared/canonical.js';
import type { Host } from '../../shared/host.js';
import type { Instant } from '../../shared/primitives.js';
import { frozenCopy } from '../freeze.js';
import type {
  AuditEntry,
  Batch,
  BatchHeader,
  Change,
  Commit,
  Revision,
  Salted,
} from './revision.js';
import type { Signer } from './signer.js';

const SALT_BYTES = 16;

/** The reason code for changes that restore data collected before: never a collection. */
export const UNDO = 'undo';

export interface BatchPlace {
  readonly signer: Signer;
  readonly host: Pick<Host, 'random' | 'digest'>;
  readonly at: Instant;
  /** Sequence, 1 for the first batch of the device. */
  readonly seq: number;
  /** Digest of the header before; 64 zeros for the first. */
  readonly prev: string;
}

/**
 * The commit as one signed, frozen batch, its audit entries included. Nothing is checked: the store has done that.
 *
 * @param others - proved batches of other devices to include
 */
export async function composeBatch(
  commit: Commit,
  place: BatchPlace,
  others: readonly Batch[] = [],
): Promise<Batch> {
  const { signer, host, at, seq, prev } = place;
  const salted = <T>(content: T): Salted<T> => ({ salt: host.random.salt(SALT_BYTES), content });
  const revisions = commit.changes.map((change) =>
    salted<Revision>({
      ...change,
      id: host.random.id(),
      at,
      by: signer.officer,
      reason: commit.reason,
    }),
  );
  const audit = [
    ...commit.changes.flatMap((change) => auditOf(change, commit.reason)),
    ...(commit.audit ?? []),
  ].map(salted);
  const received = others.map(salted);
  const header: BatchHeader = {
    team: signer.team,
    device: signer.device,
    officer: signer.officer,
    seq,
    at,
    prev,
    commitments: await Promise.all([
      ...[...revisions, ...audit].map((entry) => commitmentOf(entry, host.digest)),
      ...received.map((entry) => receivedCommitment(entry, host.digest)),
    ]),
  };
  const signature = await signer.sign(canonical(header));
  const batch = { header: { ...header, signature }, revisions, audit };
  return frozenCopy(received.length > 0 ? { ...batch, received } : batch);
}

/** Commitment in the header to a revision or an audit entry. */
export function commitmentOf(
  { salt, content }: Salted<unknown>,
  digest: Host['digest'],
): Promise<string> {
  return digest(salt + canonical(content));
}

/**
 * Commitment in the header to a batch of another device. It covers only that batch's header, so the content can still
 * be disposed of.
 */
export function receivedCommitment(
  { salt, content }: Salted<Batch>,
  digest: Host['digest'],
): Promise<string> {
  return commitmentOf({ salt, content: content.header }, digest);
}

/**
 * The audit entries that a change makes by itself: names of fields, never values. All fields of a new record are a
 * `collection`, typed or captured, since the data was not there before; so are fields of an existing record that carry
 * a source. The rest is an `alteration`: fields changed by hand, a withdrawal (no fields: the record as a whole), and
 * anything that an undo restores.
 */
function auditOf(change: Change, reason: string): AuditEntry[] {
  const set = Object.keys(change.set).filter((name) => name !== 'id');
  const sourced = new Set(Object.keys(change.sources ?? {}).map(fieldOfPath));
  const isNew = change.parents.length === 0;
  const isCollected = (name: string) => reason !== UNDO && (isNew || sourced.has(name));
  const touched = [...new Set([...set, ...sourced])];
  const collected = touched.filter(isCollected);
  const altered = touched.filter((name) => !isCollected(name));
  const entry = (action: AuditEntry['action'], fields: readonly string[]): AuditEntry => ({
    action,
    records: [change.record],
    fields,
    reason,
  });
  return [
    ...(collected.length > 0 ? [entry('collection', collected)] : []),
    ...(altered.length > 0 || collected.length === 0 ? [entry('alteration', altered)] : []),
  ];
}

/** Name of the field in a path: `phones` in `phones[0]`, `grade` in `grade.handlingCode`. */
export function fieldOfPath(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}

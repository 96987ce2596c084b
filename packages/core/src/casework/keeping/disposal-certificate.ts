/**
 * The certificate of a disposal: the records searched for afterwards and not found, and the limits of that search. It
 * contains nothing about the person, only ids, which mean nothing without the destroyed records.
 */
import type { Instant, RecordId } from '../../shared/primitives.js';
import { writtenInstantInZone } from '../../shared/written-instant.js';
import type { DisposalReceipt, RecordStore } from '../../store/log/port.js';

export interface DisposalProof {
  /** Records whose present state and revisions can no longer be read. */
  readonly gone: readonly RecordId[];
  /** Records that can still be read in part: the disposal is not complete. */
  readonly left: readonly RecordId[];
  /** Number of disclosures made before: copies that left cannot be reached from here. */
  readonly disclosures: number;
}

/** Searches the store as it is now for each record that was disposed of. */
export async function proveDisposal(
  store: Pick<RecordStore, 'history' | 'audit'>,
  { records }: Pick<DisposalReceipt, 'records'>,
): Promise<DisposalProof> {
  const left: RecordId[] = [];
  for (const id of records) if ((await store.history(id)).length > 0) left.push(id);
  const gone = new Set(records);
  const disclosures = (await store.audit()).filter(
    (entry) => entry.action === 'disclosure' && entry.records.some((id) => gone.has(id)),
  ).length;
  return { gone: records.filter((id) => !left.includes(id)), left, disclosures };
}

export interface CertificateContext {
  readonly at: Instant;
  /** Name, number and force of the officer who disposed. */
  readonly officer: string;
}

/**
 * The certificate as plain text, line by line. It is evidence, so it gives the exact instant next to the readable time.
 */
export function disposalCertificate(
  { records, seq, head }: DisposalReceipt,
  { gone, left, disclosures }: DisposalProof,
  { at, officer }: CertificateContext,
): string {
  return [
    'Certificate of disposal',
    '',
    `Made at: ${writtenInstantInZone(at)} (${at})`,
    `Disposed of by: ${officer}`,
    `Records disposed of: ${records.length}`,
    `Logged as entry ${seq} of this vault’s log, which then ended in ${head}`,
    '',
    'What was proved',
    `Each of the records was looked for in this vault afterwards. Of ${gone.length}, neither the present state nor any revision can be read now.`,
    ...(left.length === 0
      ? []
      : [`Of ${left.length}, something can still be read. The disposal is not complete.`]),
    '',
    'What this does not say',
    'Backups made before hold the records until they are destroyed. Anyone who restores one must hand over the disposal list with it.',
    disclosures === 0
      ? 'The log shows no disclosure of these records.'
      : `The log has ${disclosures} ${disclosures === 1 ? 'disclosure' : 'disclosures'} of these records. Copies that left are not reached from here.`,
    '',
    'Records, by ids that mean nothing elsewhere',
    ...gone.toSorted(),
    '',
  ].join('\n');
}

/** A checkpoint of the audit. It is logged that one leaves before it is signed: nothing is signed unlogged. */
import {
  type Checkpoint,
  type Clock,
  type RecordStore,
  type Signer,
  signCheckpoint,
} from '@cyber-prevent/core';
import type { AuditDisclosure } from '../../ports/services.js';

/** The parts of the audit that leave, as its entry names them. */
const PARTS = { file: ['headers', 'checkpoint'], checkpoint: ['checkpoint'] } as const;

/**
 * @returns the signed end of the chain, with the disclosure logged
 * @throws {PreventError} as `commit` does; nothing was signed then
 */
export async function loggedCheckpoint(
  { of, reason, recipients }: AuditDisclosure,
  store: Pick<RecordStore, 'commit'>,
  { signer, clock }: { readonly signer: Signer; readonly clock: Pick<Clock, 'now'> },
): Promise<Checkpoint> {
  const place = await store.commit({
    changes: [],
    reason,
    audit: [{ action: 'disclosure', records: [], fields: PARTS[of], reason, recipients }],
  });
  return signCheckpoint(place, clock.now(), signer);
}

/** Saves the reviewed draft as one batch: everything that was taken, or nothing. */
import {
  type Draft,
  type FiledReferral,
  failed,
  fileReferral,
  type Gates,
  type Issue,
  passed,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { LastSave } from '../../app/last-save.js';
import type { OfficerIdentity, Services, VaultKind } from '../../app/services.js';
import { asIssue } from '../as-issue.js';
import { heldFor, officerOf } from './review-context.js';

export interface SaveOptions {
  readonly draft: Draft;
  readonly gates: Gates;
  readonly addTo: StoredRecord<'subject'> | undefined;
  readonly officer: OfficerIdentity;
  readonly kind: VaultKind;
}

interface Filed {
  readonly gates: Gates;
  readonly addTo: StoredRecord<'subject'> | undefined;
  readonly result: Result<FiledReferral>;
}

/**
 * What a draft was filed as. Saving again after the keeper died must hand over the very same commit: if it was kept
 * after all, it is then not kept twice.
 */
const filings = new WeakMap<Draft, Filed>();

/** Never rejects: a full disk or a locked vault is an issue like any other, and the draft stays as it was. */
export async function saveReferral(
  services: Services,
  { draft, gates, addTo, officer, kind }: SaveOptions,
): Promise<Result<LastSave> & { readonly warnings?: readonly Issue[] }> {
  try {
    const before = filings.get(draft);
    const filed =
      before && before.gates === gates && before.addTo === addTo
        ? before.result
        : fileReferral(draft, {
            gates,
            officer: officerOf(officer, kind),
            host: services.host,
            lists: services.lists,
            held: await heldFor(services, addTo),
            ...(addTo ? { addTo } : {}),
          });
    if (!filed.ok) return filed;
    filings.set(draft, { gates, addTo, result: filed });
    const { commit, ids } = filed.value;
    const { seq } = await services.store.commit(commit);
    return passed(
      {
        what: 'referral',
        seq,
        subject: ids.subject,
        records: [ids.referral, ...ids.relatedPersons, ...ids.onlineIdentifiers],
      },
      filed.issues,
    );
  } catch (error) {
    return failed(asIssue(error));
  }
}

/** Input that the core's review needs from the officer and the vault, gathered once for a save. */
import {
  type Draft,
  draftGates,
  type FileContext,
  type GatedWork,
  type Gates,
  REGIMES,
  type Regime,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { OfficerIdentity, Services, VaultKind } from '../../../ports/services.js';

export function regimeOf({ regime }: OfficerIdentity): Regime {
  return REGIMES.find((each) => each === regime) ?? 'part3';
}

/** Initial gates for this work, from the strictest host class of the pages of its draft. */
export function startingGates(
  draft: Draft | null,
  officer: OfficerIdentity,
  work?: GatedWork,
): Gates {
  const gates = draftGates(draft, regimeOf(officer), work);
  if (gates.ok) return gates.value;
  // A host that may not be read has no draft to save; the words on screen come from the draft's own issue.
  const asForce = draftGates(null, regimeOf(officer), work);
  if (!asForce.ok) throw new TypeError('A force host has gates');
  return asForce.value;
}

export function officerOf(officer: OfficerIdentity, kind: VaultKind): FileContext['officer'] {
  return {
    regime: regimeOf(officer),
    practice: kind === 'practice',
    ...(officer.policyReference ? { policyReference: officer.policyReference } : {}),
  };
}

/** Stored records of the subject that is added to, and of the pages that the draft came from. */
export async function heldFor(
  { store }: Services,
  addTo: StoredRecord<'subject'> | undefined,
  addToReferral?: StoredRecord<'referral'>,
): Promise<NonNullable<FileContext['held']>> {
  const captures = await store.query('sourceCapture');
  if (!addTo) return { captures };
  const where = { subjectId: addTo.id };
  const referrerId = addToReferral?.value.referrerId;
  const referrer = referrerId && (await store.get('referrer', referrerId));
  return {
    captures,
    onlineIdentifiers: await store.query('onlineIdentifier', where),
    relatedPersons: await store.query('relatedPerson', where),
    ...(referrer ? { referrers: [referrer] } : {}),
  };
}

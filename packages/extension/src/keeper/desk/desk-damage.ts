/** A vault that cannot be opened whole, in words for the officer. */
import type { VaultDamage, VaultKind, VaultState } from '../../ports/services.js';
import type { FoundVault } from '../../storage/journal/header-place.js';
import type { Survey } from '../../storage/survey.js';

/** The damage found once the vault's own keys were in hand. */
export function surveyed(kind: VaultKind, survey: Survey): VaultDamage {
  const { what, readable, entries } = survey;
  return { kind, what, readable, entries, message: WHY[what](kind, survey) };
}

/** The damage found without any key. */
export function foundDamaged(kind: VaultKind, found: FoundVault): VaultDamage | undefined {
  return found.name === 'damaged' ? { kind, what: found.what, message: found.message } : undefined;
}

/** The secret was right, but the content it opens was altered: then there are no keys for a further survey. */
export function alteredHeader(kind: VaultKind, message: string): VaultDamage {
  return { kind, what: 'altered', message };
}

/** The state for damaged vaults, live before practice. */
export function damagedState(damages: readonly VaultDamage[]): VaultState | undefined {
  const [first, also] = damages.toSorted(
    (one, other) => Number(other.kind === 'live') - Number(one.kind === 'live'),
  );
  return first && { name: 'damaged', ...first, ...(also ? { also } : {}) };
}

const WHY: Readonly<Record<VaultDamage['what'], (kind: VaultKind, survey: Survey) => string>> = {
  emptied: (kind, { entries }) =>
    `The ${kind} records on this computer are missing: the browser has emptied its storage.${entries > 0 ? ` There ${were(entries)}.` : ''}`,
  altered: (kind) =>
    `The ${kind} records on this computer are not the ones that were last worked with: they were altered, or an older copy was put back.`,
  cut: (kind, { entries, readable }) =>
    `The newest entries of the ${kind} records on this computer are missing. There ${were(entries)}, and the first ${readable} can be read.`,
  unmarked: (kind, { entries }) =>
    `Both marks that show whether any of the ${kind} records were lost are missing from this computer, so the newest entries may have been lost without a trace. There ${are(entries)} here.`,
  'keys-gone': (kind, { entries }) =>
    `The keys that the ${kind} records on this computer are sealed under are missing. There ${were(entries)}, and without the keys nobody can read them here.`,
  'unreadable-entries': (kind, { entries, readable }) =>
    `Part of the ${kind} records on this computer can be read in neither copy. There ${were(entries)}, and ${readable} can be read.`,
};

function are(entries: number): string {
  return entries === 1 ? 'is 1 entry' : `are ${entries} entries`;
}

function were(entries: number): string {
  return entries === 1 ? 'was 1 entry' : `were ${entries} entries`;
}

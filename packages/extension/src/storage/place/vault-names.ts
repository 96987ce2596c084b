/**
 * Names of the parts of one vault: its database, its folder, its keys in `storage.local`. The first of a kind has the
 * bare name; one made after a vault was set aside has a number.
 */
import type { VaultKind } from '../../ports/services.js';

export function vaultName(kind: VaultKind, number: number): string {
  return `cp-${kind}${numberSuffix(number)}`;
}

export function numberSuffix(number: number): string {
  return number === 1 ? '' : `-${number}`;
}

/** Numbers of the vaults of the kind that are among the names. */
export function numbersIn(names: Iterable<string>, kind: VaultKind): number[] {
  const [bare, prefix] = [vaultName(kind, 1), `${vaultName(kind, 1)}-`];
  return [...names].flatMap((name) => {
    if (name === bare) return [1];
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    return /^[1-9]\d{0,3}$/.test(rest) ? [Number(rest)] : [];
  });
}

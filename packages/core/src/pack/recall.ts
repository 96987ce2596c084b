/** Recalls: an issuer says that a definition is not to be used any longer. What was made by it still opens and prints. */
import { isInRange } from '../shared/version.js';
import type { Recall } from './pack.js';

export interface NamedDefinition {
  readonly kind: string;
  readonly id: string;
  readonly version: string;
}

/** The first recall that names that version of a definition. */
export function recallOf(
  { kind, id, version }: NamedDefinition,
  recalls: readonly Recall[],
): Recall | undefined {
  return recalls.find(
    (each) => each.kind === kind && each.id === id && isInRange(version, each.versions),
  );
}

export function isRecalledBy(definition: NamedDefinition, recalls: readonly Recall[]): boolean {
  return recallOf(definition, recalls) !== undefined;
}

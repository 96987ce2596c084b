/** Recalls: an issuer says that a definition is no longer to be used. Anything made by it still opens and prints. */
import { isInRange } from '../shared/version.js';
import type { DefinitionName, Pack, Recall } from './pack.js';

export interface NamedVersion extends DefinitionName {
  readonly version: string;
}

/** The first recall that names that version of a definition. */
export function recallOf(
  { kind, id, version }: NamedVersion,
  recalls: readonly Recall[],
): Recall | undefined {
  return recalls.find(
    (each) => each.kind === kind && each.id === id && isInRange(version, each.versions),
  );
}

/**
 * The recalls of an issuer that act on a definition of that pack: those made after it. What is issued after a recall is
 * meant to be used.
 */
export function recallsAfter(
  pack: Pick<Pack, 'id' | 'version' | 'madeAt'>,
  ofIssuer: readonly Pack[],
): readonly Recall[] {
  return ofIssuer
    .filter((each) =>
      each.id === pack.id ? each.version > pack.version : each.madeAt > pack.madeAt,
    )
    .flatMap(({ recalls }) => recalls);
}

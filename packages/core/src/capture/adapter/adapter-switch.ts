/** Switches an adapter off without a release: a policy names it and the faulty versions. */
import * as v from 'valibot';
import { compareVersions, isInRange, isVersionRange } from '../../shared/version.js';
import type { Adapter } from './adapter.js';

export const AdapterSwitch = v.strictObject({
  /** Id of the adapter, or `<plugin>/*` for all of a plugin's. */
  id: v.pipe(
    v.string(),
    v.maxLength(100),
    v.regex(/^(@[a-z0-9-]+\/)?[a-z0-9-]+\/([a-z0-9-]+|\*)$/),
  ),
  /** Versions to switch off: `*`, `1.2.0`, `>=1.2 <1.4`. */
  versions: v.pipe(
    v.string(),
    v.maxLength(200),
    v.check(isVersionRange, 'Write versions like <1.3 or >=1.2 <1.4, or * for all'),
  ),
});
export type AdapterSwitch = v.InferOutput<typeof AdapterSwitch>;

/** True if a switch names this adapter, or all of its system as `system/*`, and its version. */
export function isSwitchedOff(
  { id, version }: Pick<Adapter, 'id' | 'version'>,
  switches: readonly AdapterSwitch[],
): boolean {
  return switches.some(
    (off) =>
      (off.id === id || (off.id.endsWith('/*') && id.startsWith(off.id.slice(0, -1)))) &&
      isInRange(version, off.versions),
  );
}

/**
 * The adapters in use, from several sources, without those switched off. Of several with one id the newest version is
 * used; if two are equal, the later source's.
 */
export function adaptersInUse(
  sources: readonly (readonly Adapter[])[],
  switches: readonly AdapterSwitch[] = [],
): readonly Adapter[] {
  const inUse = new Map<string, Adapter>();
  for (const adapter of sources.flat()) {
    if (isSwitchedOff(adapter, switches)) continue;
    const held = inUse.get(adapter.id);
    if (held === undefined || compareVersions(adapter.version, held.version) >= 0)
      inUse.set(adapter.id, adapter);
  }
  return [...inUse.values()];
}

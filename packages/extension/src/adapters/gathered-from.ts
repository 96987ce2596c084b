/** The inputs from which adapters are gathered. */

import type { Adapter, AdapterSwitch } from '@cyber-prevent/core';
import type { AdapterSeen, LoadedFile } from '../ports/adapters.js';

export interface AdapterSources {
  readonly shipped: readonly Adapter[];
  /** Those of definition packs that are in force. */
  readonly packed?: readonly Adapter[];
  /** The content of `storage.managed`. */
  readonly managed: unknown;
  /** The adapters that the officer loaded. */
  readonly files: readonly LoadedFile[];
  /** Versions that the officer switched off. */
  readonly off?: readonly AdapterSwitch[];
  /** Results at the last capture, by id. */
  readonly seen?: Readonly<Record<string, AdapterSeen>>;
}

/** What adapters are gathered from. */

import type { Adapter, AdapterSwitch } from '@cyber-prevent/core';
import type { AdapterSeen, LoadedFile } from '../ports/adapters.js';

export interface AdapterSources {
  readonly shipped: readonly Adapter[];
  /** What `storage.managed` holds. */
  readonly managed: unknown;
  /** What the officer loaded. */
  readonly files: readonly LoadedFile[];
  /** Versions that the officer switched off. */
  readonly off?: readonly AdapterSwitch[];
  /** By id, how each did at the last capture. */
  readonly seen?: Readonly<Record<string, AdapterSeen>>;
}

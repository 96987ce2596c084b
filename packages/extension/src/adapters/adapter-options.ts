/** The options of the adapter service. */

import type { Adapter, Host, Result } from '@cyber-prevent/core';
import type { Services } from '../ports/services.js';
import type { ProvedFile } from '../sandbox/teach-order.js';

export interface AdapterServiceOptions extends Pick<Services, 'work' | 'vault'> {
  /** The adapters of the plugins that ship with the extension, once they are loaded. */
  readonly shipped: () => Promise<readonly Adapter[]>;
  /** The adapters of definition packs that are in force; absent: none. */
  readonly packed?: () => Promise<readonly Adapter[]>;
  /** The settings of the force's policy. */
  readonly managed: () => Promise<unknown>;
  readonly host: Pick<Host, 'clock' | 'digest'>;
  /** Runs a file's own recorded pages, away from here. */
  readonly prove: (file: string) => Promise<Result<ProvedFile>>;
}

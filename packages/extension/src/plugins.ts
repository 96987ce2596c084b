/** The plugins that ship with the extension: the one file that names them. */
import type { Adapter } from '@cyber-prevent/core';
import type { Toolkit } from '@cyber-prevent/core/plugin';
import { practiceRms } from '@cyber-prevent/plugin-practice-rms';

/** Adapters alone, for the panel: it must paint before templates and exporters are needed. */
export const adapters: readonly Adapter[] = [...practiceRms.adapters];

let gathered: Promise<Toolkit> | undefined;

/** Everything that the plugins add, loaded when a view first needs it. */
export function loadToolkit(): Promise<Toolkit> {
  gathered ??= gather();
  return gathered;
}

async function gather(): Promise<Toolkit> {
  const [{ createToolkit }, { csv }] = await Promise.all([
    import('@cyber-prevent/core/plugin'),
    import('@cyber-prevent/plugin-csv'),
  ]);
  return createToolkit([practiceRms, csv]);
}

/** The adapter data of the open vault. */

import type { UnfinishedWork } from '../ports/services.js';
import { FILES_KEY, filesIn, OFF_KEY, switchesIn } from './adapter-files.js';
import { adaptersSeen } from './adapter-seen.js';
import type { AdapterSources } from './gathered-from.js';

export async function heldAdapters(
  work: UnfinishedWork,
): Promise<Required<Pick<AdapterSources, 'files' | 'off' | 'seen'>>> {
  const [files, off, seen] = await Promise.all([
    work.load(FILES_KEY),
    work.load(OFF_KEY),
    adaptersSeen({ work }),
  ]);
  return { files: filesIn(files?.value), off: switchesIn(off?.value), seen };
}

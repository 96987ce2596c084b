/** Files attached to a person's record in tests, kept as the screen keeps them. */
import {
  type AttachCommit,
  attachFiles,
  gatherCodeLists,
  keepFile,
  type RecordId,
  recogniseFile,
} from '@cyber-prevent/core';
import { browserHost } from '../keeper/host.js';
import type { Services } from '../ports/services.js';

export interface FileUnderTest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly what?: string;
}

/** The commit that attaches a file, whose pieces are kept; a file that the rules refuse throws. */
export async function attachedFile(
  { store, blobs }: Pick<Services, 'store' | 'blobs'>,
  subject: RecordId,
  { name, bytes, what = 'signed-notice' }: FileUnderTest,
): Promise<AttachCommit> {
  const host = browserHost();
  const read = recogniseFile(name, bytes);
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message).join(' '));
  const made = attachFiles(
    [
      {
        what,
        name,
        givenBy: 'Marisol Vael, his mother',
        file: read.value,
        pieces: [...(await keepFile(bytes, { blobs, host }))],
      },
    ],
    { host, lists: gatherCodeLists(), subject: await store.get('subject', subject), records: [] },
  );
  if (!made.ok) throw new Error(made.issues.map(({ message }) => message).join(' '));
  return made.value;
}

/** Attaches a file. @returns the id of its record */
export async function attach(
  services: Pick<Services, 'store' | 'blobs'>,
  subject: RecordId,
  file: FileUnderTest,
): Promise<RecordId> {
  const { commit, ids } = await attachedFile(services, subject, file);
  await services.store.commit(commit);
  const [id] = ids;
  if (!id) throw new Error('Nothing was attached');
  return id;
}

/** Attached files from a colleague: by the law of those that are attached here, or nothing of the exchange file is taken in. */
import {
  Attachment,
  type Batch,
  type Issue,
  joinFile,
  openedIssues,
  PreventError,
  type RecordStore,
  receivedFileIssues,
  revisionsOf,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import type { BlobShelf } from '../../storage/blob-shelf.js';
import { textDigest } from '../../vault/bytes.js';

/**
 * Reads every file that would be new here, one at a time. One whose bytes did not come is taken in as a record: there is
 * nothing to open.
 *
 * @throws {PreventError} `CP_STORE_NOT_RECEIVED` with the issues as `cause`
 */
export async function refuseReceivedFiles(
  batches: readonly Batch[],
  {
    store,
    blobs,
  }: {
    readonly store: Pick<RecordStore, 'get' | 'history'>;
    readonly blobs: Pick<BlobShelf, 'get'>;
  },
): Promise<void> {
  const revisions = batches.flatMap(revisionsOf).filter(({ kind }) => kind === 'attachment');
  const files = [...new Set(revisions.map(({ record }) => record))];
  const held = await Promise.all(files.map((file) => store.history(file)));
  const issues: Issue[] = [...receivedFileIssues(revisions, held.flat())];
  for (const { record, parents, set } of revisions) {
    if (parents.length > 0 || (await store.get('attachment', record))) continue;
    const said = v.safeParse(FileSaid, set);
    // The store refuses a record that its kind does not allow, and says so.
    if (!said.success) continue;
    const bytes = await joinFile(said.output, (name) => blobs.get(name), textDigest);
    if (bytes) issues.push(...openedIssues(said.output, bytes));
  }
  if (issues.length === 0) return;
  const words = [...new Set(issues.map(({ message }) => message))].join(' ');
  throw new PreventError(
    'CP_STORE_NOT_RECEIVED',
    `Nothing was taken in, because of an attached file in it. ${words} Ask who sent it.`,
    { cause: issues },
  );
}

const FileSaid = v.object(
  v.pick(Attachment, ['name', 'mediaType', 'size', 'width', 'height', 'saysPlace', 'pieces'])
    .entries,
);

/**
 * Attached files and copies of pages from elsewhere: by the law of those that are kept here, or nothing of the file that
 * brings them is taken in.
 */
import {
  Attachment,
  type Batch,
  type Issue,
  joinFile,
  namedBlobsIn,
  openedIssues,
  PreventError,
  type RecordId,
  type RecordStore,
  type Revision,
  receivedFileIssues,
  refuseMisnamed,
  revisionsOf,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import type { BlobShelf } from '../../storage/blob-shelf.js';
import { textDigest } from '../../vault/bytes.js';
import { blobTextOf } from '../desk/named-blobs.js';
import { disposedIn } from './disposed-in.js';

/** The records and blobs that are here. */
interface Kept {
  readonly store: Pick<RecordStore, 'get' | 'history' | 'batchesSince'>;
  readonly blobs: Pick<BlobShelf, 'get'>;
}

/**
 * Reads every file that would be new here, one at a time. One whose bytes did not come is taken in as a record: there is
 * nothing to open.
 *
 * @param restore - for a backup: the records that must not come back, besides those that were disposed of here. A file in
 *   it that cannot be put together, as an earlier release may have kept, is taken in as a record too, and never opened
 * @throws {PreventError} `CP_STORE_NOT_RECEIVED` with the issues as `cause`
 */
export async function refuseReceivedFiles(
  batches: readonly Batch[],
  { store, blobs }: Kept,
  restore?: { readonly disposed: readonly RecordId[] },
): Promise<void> {
  const all = batches.flatMap(revisionsOf).filter(({ kind }) => kind === 'attachment');
  const revisions = await notDisposed(all, store, restore?.disposed);
  const held = await heldOf(revisions, store);
  const issues: Issue[] = [...receivedFileIssues(revisions, held)];
  for (const { record, parents, set } of revisions) {
    if (parents.length > 0 || (await store.get('attachment', record))) continue;
    const said = v.safeParse(FileSaid, set);
    // The store refuses a record that its kind does not allow, and says so.
    if (!said.success) continue;
    const bytes = await joinFile(said.output, (name) => blobs.get(name), textDigest).catch(
      (error: unknown) => {
        if (restore && isUnreadable(error)) return undefined;
        throw error;
      },
    );
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

/**
 * Proves every copy and every piece of a file that a colleague's revisions newly name, so far as its bytes are here. A
 * naming that is here already is not judged again: it may have come before the bytes did.
 *
 * @throws {PreventError} `CP_STORE_NOT_RECEIVED` when one is named with the digest of other bytes
 */
export async function refuseReceivedCopies(
  batches: readonly Batch[],
  { store, blobs }: Kept,
): Promise<void> {
  const all = batches
    .flatMap(revisionsOf)
    .filter(({ set }) => namedBlobsIn(Object(set)).length > 0);
  const revisions = await notDisposed(all, store);
  const held = new Set((await heldOf(revisions, store)).map(({ id }) => id));
  const fresh = revisions.filter(({ id }) => !held.has(id));
  await refuseMisnamed(fresh, { blobText: blobTextOf({ blobs }), digest: textDigest });
}

/** Those of records that can come in: the store leaves out what was disposed of. */
async function notDisposed(
  revisions: readonly Revision[],
  store: Kept['store'],
  disposed: readonly RecordId[] = [],
): Promise<readonly Revision[]> {
  if (revisions.length === 0) return [];
  const gone = new Set([...disposed, ...disposedIn(await store.batchesSince(0))]);
  return revisions.filter(({ record }) => !gone.has(record));
}

async function heldOf(
  revisions: readonly Revision[],
  store: Kept['store'],
): Promise<readonly Revision[]> {
  const records = [...new Set(revisions.map(({ record }) => record))];
  return (await Promise.all(records.map((each) => store.history(each)))).flat();
}

function isUnreadable(error: unknown): boolean {
  return error instanceof PreventError && error.code === 'CP_VAULT_UNREADABLE';
}

const FileSaid = v.object(
  v.pick(Attachment, ['name', 'mediaType', 'size', 'width', 'height', 'saysPlace', 'pieces'])
    .entries,
);

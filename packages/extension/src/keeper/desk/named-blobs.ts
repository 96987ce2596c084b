/** Blobs and the records that name them: an unstored one cannot be named, and none is given unlogged. */
import {
  type BlobName,
  type BlobStore,
  type BlobText,
  blobsIn,
  type Commit,
  PreventError,
  type Receipt,
  type RecordId,
  type RecordStore,
  type TakeBlob,
} from '@cyber-prevent/core';
import type { BlobShelf } from '../../storage/blob-shelf.js';
import { text, utf8 } from '../../vault/bytes.js';
import type { Session } from '../session.js';

/**
 * Keeps the commit once every blob that it newly names can be read.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when one cannot, and as a commit does
 */
export async function commitNaming(
  { blobs }: { readonly blobs: Pick<BlobShelf, 'unreadable' | 'named'> },
  store: Pick<RecordStore, 'commit' | 'blobs'>,
  commit: Commit,
): Promise<Receipt> {
  // Anything other than a list of changes is for the store to refuse, with a message.
  const changes: readonly unknown[] = Array.isArray(commit.changes) ? commit.changes : [];
  const names = changes.flatMap((change) => blobsIn(Object(Object(change).set)));
  // A blob that a record already names stays named, even if it was damaged since.
  const held = names.length === 0 ? new Set() : await store.blobs();
  const lacking = await blobs.unreadable(names.filter((name) => !held.has(name)));
  if (lacking.length > 0)
    throw new PreventError(
      'CP_RECORD_INVALID',
      'The copy of the page could not be kept, so nothing was saved. Save again.',
    );
  const receipt = await store.commit(commit);
  blobs.named(names);
  return receipt;
}

/**
 * Logs a look at the record, then gives the blob that it names; undefined when there is none.
 *
 * @throws {PreventError} `CP_STORE_UNKNOWN_RECORD` when no such record names it: then nothing is logged or given;
 * `CP_VAULT_UNREADABLE` when it is damaged
 */
export async function consultBlob(
  session: Pick<Session, 'write'> & { readonly blobs: Pick<BlobStore, 'get'> },
  record: RecordId,
  name: BlobName,
  reason: string,
): Promise<Uint8Array | undefined> {
  await session.write(undefined, async (store) => {
    const held = await store.get('sourceCapture', record);
    if (!held || !blobsIn(held.value).includes(name))
      throw new PreventError(
        'CP_STORE_UNKNOWN_RECORD',
        'The copy of that page is no longer kept: it was disposed of.',
      );
    await store.consult([record], reason);
  });
  return session.blobs.get(name);
}

/** The blobs of the open vault for a file; an unreadable one is left out. */
export function blobTextOf({ blobs }: Pick<Session, 'blobs'>): BlobText {
  return async (name) => {
    try {
      const bytes = await blobs.get(name);
      return bytes && text(bytes);
    } catch (error) {
      // A damaged blob, which is reported at each start; or one that is not text, which no release has kept so far.
      if (error instanceof TypeError) return undefined;
      if (error instanceof PreventError && error.code === 'CP_VAULT_UNREADABLE') return undefined;
      throw error;
    }
  };
}

/** Takes blobs into the open vault before the batches that name them; they wait to be settled. */
export function blobTaker({ blobs }: Pick<Session, 'blobs'>): {
  readonly take: TakeBlob;
  /** Ends the taking after the batches are in: blobs that none of them names are removed. */
  settle(session: Pick<Session, 'write'>): Promise<void>;
} {
  const taken = new Set<BlobName>();
  return {
    async take(name, said) {
      await blobs.take(name, utf8(said));
      taken.add(name);
    },
    async settle({ write }) {
      if (taken.size === 0) return;
      await write(undefined, async (store) => {
        blobs.named(taken);
        await blobs.collect(await store.blobs());
      });
    },
  };
}

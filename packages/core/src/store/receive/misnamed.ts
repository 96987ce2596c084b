/**
 * The law of blobs that records from elsewhere name: with the digest of the bytes kept under that name. Under another
 * digest nobody could open the copy, or hand the record on with it.
 */
import { isNamedBlob, namedBlobsIn } from '../../record/named-blob.js';
import type { Revision } from '../log/revision.js';
import { notReceived } from '../log/trouble.js';
import type { BlobSource } from './carried-blobs.js';

/**
 * Reads every blob that these revisions name, one at a time. One whose bytes are not here is passed over: nothing tells
 * whether it is named rightly.
 *
 * @throws {PreventError} `CP_STORE_NOT_RECEIVED` when one is named with the digest of other bytes
 */
export async function refuseMisnamed(
  revisions: readonly Revision[],
  { blobText, digest }: BlobSource,
): Promise<void> {
  for (const named of revisions.flatMap(({ set }) => namedBlobsIn(Object(set)))) {
    const text = await blobText(named.blob);
    if (text !== undefined && !(await isNamedBlob(named, text, digest)))
      throw notReceived('misnamed');
  }
}

/**
 * Blobs and the records that name them: an unstored one cannot be named, a file that is not what its record says cannot
 * be attached, and none is given unlogged.
 */
import {
  Attachment,
  type BlobName,
  type BlobStore,
  type BlobText,
  blobsIn,
  bytesIssues,
  type Commit,
  isNamedBlob,
  joinFile,
  namedBlobsIn,
  openedIssues,
  PreventError,
  type Receipt,
  type RecordId,
  type RecordKind,
  type RecordStore,
  type TakeBlob,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import type { BlobShelf } from '../../storage/blob-shelf.js';
import { text, textDigest, utf8 } from '../../vault/bytes.js';
import type { Session } from '../session.js';

/**
 * Keeps the commit once every blob that it newly names can be read, and every file in it is what its record says.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when one is not, and as a commit does
 */
export async function commitNaming(
  { blobs }: { readonly blobs: Pick<BlobShelf, 'unreadable' | 'named' | 'get'> },
  store: Pick<RecordStore, 'commit' | 'blobs' | 'get'>,
  commit: Commit,
): Promise<Receipt> {
  // Anything other than a list of changes is for the store to refuse, with a message.
  const changes: readonly unknown[] = Array.isArray(commit.changes) ? commit.changes : [];
  const names = changes.flatMap((change) => blobsIn(Object(Object(change).set)));
  // A blob that a record already names stays named, even if it was damaged since.
  const held = names.length === 0 ? NONE : await store.blobs();
  const lacking = await blobs.unreadable(names.filter((name) => !held.has(name)));
  if (lacking.length > 0)
    throw new PreventError(
      'CP_RECORD_INVALID',
      'A copy of a page or a file could not be kept, so nothing was saved. Save again.',
    );
  for (const change of changes) {
    await refuseTaken(change, held, store, blobs);
    await refuseOther(change, blobs);
  }
  const receipt = await store.commit(commit);
  blobs.named(names);
  return receipt;
}

const NONE: ReadonlySet<BlobName> = new Set();

/**
 * Refuses to name what another record has, unless the change proves by its digest that the bytes are known: a record
 * that is open would otherwise give out what one has that is closed to the officer.
 */
async function refuseTaken(
  change: unknown,
  held: ReadonlySet<BlobName>,
  store: Pick<RecordStore, 'get'>,
  blobs: Pick<BlobShelf, 'get'>,
): Promise<void> {
  const { kind, record, set } = Object(change) as {
    readonly kind: RecordKind;
    readonly record: RecordId;
    readonly set?: unknown;
  };
  const taken = namedBlobsIn(Object(set)).filter(({ blob }) => held.has(blob));
  if (taken.length === 0) return;
  const before = await store.get(kind, record);
  const own = new Set(before ? blobsIn(before.value) : []);
  for (const piece of taken.filter(({ blob }) => !own.has(blob))) {
    const bytes = await blobs.get(piece.blob);
    if (bytes && (await isNamedBlob(piece, new TextDecoder().decode(bytes), textDigest))) continue;
    throw new PreventError(
      'CP_RECORD_INVALID',
      'A copy of a page or a file belongs to another record, so nothing was saved.',
    );
  }
}

/** Refuses to attach bytes that are not what the record says, or that could run. One file is in memory at a time. */
async function refuseOther(change: unknown, blobs: Pick<BlobShelf, 'get'>): Promise<void> {
  const { kind, set } = Object(change) as { readonly kind?: unknown; readonly set?: unknown };
  if (kind !== 'attachment' || !OF_FILE.some((field) => field in Object(set))) return;
  const said = v.safeParse(FileSaid, set);
  const bytes =
    said.success && (await joinFile(said.output, (name) => blobs.get(name), textDigest));
  const issues = said.success && bytes ? bytesIssues(said.output, bytes) : [];
  if (bytes && issues.length === 0) return;
  throw new PreventError(
    'CP_RECORD_INVALID',
    issues.map(({ message }) => message).join(' ') || 'A file could not be kept. Choose it again.',
    { cause: issues },
  );
}

/** True if a save was refused for what is in a file: no later save can name its pieces. */
export function isOfRefusedFile(error: unknown): boolean {
  const { cause } = Object(error) as { readonly cause?: unknown };
  const codes = Array.isArray(cause) ? cause.map((each: unknown) => Object(each).code) : [];
  return codes.some((code) => NEVER_ATTACHED.has(code));
}

const NEVER_ATTACHED: ReadonlySet<unknown> = new Set([
  'attachment-active',
  'attachment-empty',
  'attachment-has-macro',
  'attachment-too-large',
  'attachment-type-unknown',
]);

const { name, ...ofFile } = v.pick(Attachment, [
  'name',
  'mediaType',
  'size',
  'width',
  'height',
  'saysPlace',
  'pieces',
]).entries;
const OF_FILE = Object.keys(ofFile);
const FileSaid = v.object({ name, ...ofFile });

/**
 * Logs a look at the attached file, then gives it, put together from its pieces; undefined when it is no longer here.
 *
 * @throws {PreventError} `CP_STORE_UNKNOWN_RECORD` when there is no such record: then nothing is logged or given;
 * `CP_VAULT_UNREADABLE` when it is damaged, or not what its record says
 */
export async function openFile(
  session: Pick<Session, 'write'> & { readonly blobs: Pick<BlobStore, 'get'> },
  record: RecordId,
  reason: string,
): Promise<Uint8Array | undefined> {
  const held = await session.write(undefined, async (store) => {
    const found = await store.get('attachment', record);
    if (!found)
      throw new PreventError(
        'CP_STORE_UNKNOWN_RECORD',
        'This file is no longer attached: it was withdrawn or disposed of.',
      );
    await store.consult([record], reason);
    return found.value;
  });
  const bytes = await joinFile(held, (name) => session.blobs.get(name), textDigest);
  // A file of an earlier release, or from a colleague, was checked by another release of the toolkit.
  const issues = bytes ? openedIssues(held, bytes) : [];
  if (issues.length > 0)
    throw new PreventError(
      'CP_VAULT_UNREADABLE',
      'This file is not what its record says, so it is not opened. Ask who sent it.',
      { cause: issues },
    );
  return bytes;
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
export function blobTextOf({ blobs }: { readonly blobs: Pick<BlobShelf, 'get'> }): BlobText {
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
  /**
   * Ends the taking once the batches are in, or were refused: blobs that no record names then are removed.
   *
   * @param takeIn - takes in the batches
   */
  settleAfter<T>(session: Pick<Session, 'write'>, takeIn: () => Promise<T>): Promise<T>;
} {
  const taken = new Set<BlobName>();
  const settle = async ({ write }: Pick<Session, 'write'>): Promise<void> => {
    if (taken.size === 0) return;
    await write(undefined, async (store) => {
      blobs.named(taken);
      await blobs.collect(await store.blobs());
    });
  };
  return {
    async take(name, said) {
      await blobs.take(name, utf8(said));
      taken.add(name);
    },
    async settleAfter(session, takeIn) {
      const done = await takeIn().catch(async (error: unknown) => {
        // In a vault that was locked meanwhile, the next start removes them.
        await settle(session).catch(() => undefined);
        throw error;
      });
      await settle(session);
      return done;
    },
  };
}

/**
 * The reading that the worker does, for the bench's own process: the same code over the same request, so that what a draft
 * does not carry can be seen. Bundled before it is loaded, see `load-reader.ts`.
 */
import {
  type Draft,
  type PageSnapshot,
  parseSnapshot,
  type Reading,
  readPage,
  select,
} from '../../packages/core/src/index.ts';
import { adapters } from '../../packages/extension/src/plugins.ts';
import { readDraftRows } from '../../packages/extension/src/sandbox/draft-part.ts';
import { parsePage } from '../../packages/extension/src/sandbox/parse-page.ts';
import {
  fromMessages,
  type RequestHead,
} from '../../packages/extension/src/sandbox/parse-request.ts';

export interface ReadBeside {
  readonly snapshot: PageSnapshot;
  readonly reading: Reading;
  /** As drafted without adapters, and with those that ship. */
  readonly generic: Draft;
  readonly adapted: Draft;
  /** Milliseconds, after one reading that was not measured: text to tree, tree to values, values to draft. */
  readonly ms: { readonly parseMs: number; readonly readMs: number; readonly draftMs: number };
}

/** Reads again what the panel asked of its worker. @throws {Error} when it cannot be read */
export function readBeside(head: RequestHead, pieces: readonly string[]): ReadBeside {
  const draftWith = (with_: typeof adapters): ReturnType<typeof parsePage> =>
    parsePage(fromMessages(head, pieces, { adapters: with_ }));
  const adapted = draftWith(adapters);
  const generic = draftWith([]);
  const snapshot = parseSnapshot(pieces.join(''));
  if (!snapshot.ok || !generic.result.ok || !adapted.result.ok)
    throw new Error('The page could be read in the panel and not here');
  return {
    snapshot: snapshot.value,
    reading: readPage(snapshot.value),
    generic: generic.result.value,
    adapted: adapted.result.value,
    ms: generic.timing,
  };
}

export { readDraftRows, select };

/**
 * The worker's reading, repeated in the bench's own process: the same code with the same request, to see the parts that
 * a draft does not contain. Bundled before it is loaded, see `load-reader.ts`.
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
  /** The drafts without adapters, and with the shipped ones. */
  readonly generic: Draft;
  readonly adapted: Draft;
  /** Milliseconds, after one unmeasured reading: text to tree, tree to values, values to draft. */
  readonly ms: { readonly parseMs: number; readonly readMs: number; readonly draftMs: number };
}

/** Repeats the reading that the panel requested from its worker. @throws {Error} when the page cannot be read */
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

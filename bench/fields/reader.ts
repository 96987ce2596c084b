/**
 * The worker's reading, repeated in the bench's own process: the same code with the same request, to see the parts that
 * a draft does not contain. Bundled before it is loaded, see `load-reader.ts`.
 */
import {
  type Draft,
  knowsLabel,
  type PageSnapshot,
  parseSnapshot,
  type Reading,
  readPage,
  select,
} from '../../packages/core/src/index.ts';
import { collectFrames, readAnswer } from '../../packages/extension/src/page/collect.ts';
import { adapters } from '../../packages/extension/src/plugins.ts';
import { readDraftRows } from '../../packages/extension/src/sandbox/draft-part.ts';
import { parsePage } from '../../packages/extension/src/sandbox/parse-page.ts';
import {
  fromMessages,
  type RequestHead,
} from '../../packages/extension/src/sandbox/parse-request.ts';
import type { PerRequest } from '../../packages/extension/src/sandbox/parse-settings.ts';

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
    reading: readPage(snapshot.value, { knows: knowsLabel }),
    generic: generic.result.value,
    adapted: adapted.result.value,
    ms: generic.timing,
  };
}

/** The generic reading and draft of one frame's answer, without a panel. @throws {Error} when it cannot be read */
export function readAnswerAlone(answer: string): {
  readonly reading: Reading;
  readonly draft: Draft;
} {
  const frame = readAnswer(answer);
  if (!frame) throw new Error('The page gave no answer');
  const { pieces } = collectFrames([frame]);
  const settings = { ...ONE_DAY, adapters: [] };
  const { result } = parsePage({ kind: 'snapshot', pieces, settings });
  const snapshot = parseSnapshot(pieces.join(''));
  if (!snapshot.ok || !result.ok) throw new Error('The page could not be read');
  return { reading: readPage(snapshot.value, { knows: knowsLabel }), draft: result.value };
}

/** Any day after those on the pages, and an id for each draft: nothing is kept. */
const ONE_DAY: PerRequest = {
  now: '2026-06-30T09:00:00.000Z' as PerRequest['now'],
  today: '2026-06-30' as PerRequest['today'],
  ids: Array.from({ length: 8 }, (_, nth) => `made-page-${nth}` as PerRequest['ids'][number]),
};

export { readDraftRows, select };

/** From input to a draft, in the worker: the core's own steps in a row, with each failure as a sentence. */
import {
  type CaptureWay,
  type Draft,
  failed,
  knowsLabel,
  openDraft,
  type PageSnapshot,
  PreventError,
  parseSnapshot,
  passed,
  type Reading,
  type Result,
  readingOfText,
  readPage,
} from '@cyber-prevent/core';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import { type ParseTiming, trouble } from './parse-reply.js';
import type { ParseRequest } from './parse-request.js';

interface Source {
  readonly reading: Reading;
  readonly snapshot?: PageSnapshot;
}

/** Never throws: the next request must find the worker unchanged. */
export function parsePage(request: ParseRequest): {
  readonly result: Result<Draft>;
  readonly timing: ParseTiming;
  /** The snapshot made from a saved page. */
  readonly snapshot?: PageSnapshot;
} {
  const timing = { parseMs: 0, readMs: 0, draftMs: 0 };
  function timed<T>(step: keyof ParseTiming, work: () => T): T {
    const begun = performance.now();
    try {
      return work();
    } finally {
      timing[step] = performance.now() - begun;
    }
  }
  try {
    const source = sourceOf(request, timed);
    if (!source.ok) return { result: source, timing };
    const draft = timed('draftMs', () => draftOf(request, source.value));
    const { snapshot } = request.kind === 'html' ? source.value : {};
    return { result: passed(draft, draft.issues), timing, ...(snapshot ? { snapshot } : {}) };
  } catch (error) {
    const issue = trouble('parse-broke');
    const said = error instanceof PreventError ? { ...issue, message: error.message } : issue;
    return { result: failed(said), timing };
  }
}

type Timed = <T>(step: keyof ParseTiming, work: () => T) => T;

function sourceOf(request: ParseRequest, timed: Timed): Result<Source> {
  if (request.kind === 'text') {
    const { text, title, url, at } = request;
    return passed({
      reading: timed('readMs', () =>
        readingOfText(text, {
          title,
          ...(url ? { url } : {}),
          ...(at ? { at: { frame: at.frame, selector: at.selector }, owner: at.owner } : {}),
        }),
      ),
    });
  }
  const snapshot = timed('parseMs', () => snapshotOf(request));
  if (!snapshot.ok) return snapshot;
  return passed({
    reading: timed('readMs', () => readPage(snapshot.value, { knows: knowsLabel })),
    snapshot: snapshot.value,
  });
}

function snapshotOf(request: Exclude<ParseRequest, { kind: 'text' }>): Result<PageSnapshot> {
  switch (request.kind) {
    case 'snapshot':
    case 'form':
    case 'copy':
      return parseSnapshot(request.pieces.join(''));
    case 'snapshot-file':
      return parseSnapshot(request.json);
    case 'html': {
      const { html, url, title, frames } = request;
      return passed(
        snapshotOfHtml(html, {
          url,
          ...(title === undefined ? {} : { title }),
          ...(frames ? { frames } : {}),
        }),
      );
    }
  }
}

function draftOf(request: ParseRequest, source: Source): Draft {
  const { now, today, ids, adapters, hostClasses } = request.settings;
  const left = [...ids];
  return openDraft({
    ...source,
    adapters,
    way: wayOf(request),
    host: {
      clock: { now: () => now, today: () => today },
      random: { id: () => left.shift() ?? noMore(), salt: noMore },
    },
    ...(hostClasses ? { hostClasses } : {}),
  });
}

function wayOf(request: ParseRequest): CaptureWay {
  switch (request.kind) {
    case 'snapshot':
      return 'page';
    case 'text':
      return request.way ?? 'paste';
    default:
      return 'saved-page';
  }
}

function noMore(): never {
  throw new RangeError('No id left for what the page holds');
}

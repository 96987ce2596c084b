/**
 * The panel's requests to the parser, and their transport: a small head with the first of the page's text, then the
 * rest.
 */
import type { Draft, FillKind, PageChoice, RecordId } from '@cyber-prevent/core';
import type { ParseSettings, PerRequest, Terms } from './parse-settings.js';

export type ParseRequest = ParseSource & { readonly settings: ParseSettings };

export type ParseSource =
  /** A page in front of the officer: the pieces from `takeSnapshot`. */
  | { readonly kind: 'snapshot'; readonly pieces: readonly string[] }
  /** The same, but for the controls of its form and the references it names, not for a draft. */
  | { readonly kind: 'form'; readonly pieces: readonly string[]; readonly of: FillKind }
  /** The same, or the JSON of a saved snapshot, asked for what of it is kept with a draft. */
  | { readonly kind: 'copy'; readonly pieces: readonly string[]; readonly copy: CopyRequest }
  /** A snapshot that was saved as a file. */
  | { readonly kind: 'snapshot-file'; readonly json: string }
  /** A saved page; `frames` by their `src` as written in the page. */
  | {
      readonly kind: 'html';
      readonly html: string;
      readonly url: string;
      readonly title?: string;
      readonly frames?: Readonly<Record<string, string>>;
    }
  /** Text that the officer pasted or selected, and its source. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly title: string;
      readonly url?: string;
      readonly way?: 'paste' | 'selection';
      /** Present for a selection. */
      readonly at?: SelectionPlace;
    };

/** Everything that a copy of a page depends on. */
export interface CopyRequest {
  readonly draft: Draft;
  /** The capture that the page was read for. */
  readonly origin: RecordId;
  readonly choice: PageChoice;
  readonly mayTakeSpecial: boolean;
}

/** The place of a selection: its element, and the headings over it, outermost first. */
export interface SelectionPlace {
  readonly frame: readonly number[];
  readonly selector: string;
  readonly owner: readonly string[];
}

/**
 * To the worker. Each message is small, so that it delays neither side; most pages take one, because each is a task to
 * wait for. The request is whole once it has as many pieces as its head counts.
 */
export type ToWorker =
  | {
      readonly type: 'begin';
      readonly id: number;
      readonly head: RequestHead;
      /** The first piece, if there is one. */
      readonly pieces: readonly string[];
    }
  | { readonly type: 'piece'; readonly id: number; readonly text: string }
  /** Terms for later requests: sent once, since their transport takes as long as that of a page. */
  | { readonly type: 'terms'; readonly terms: Terms }
  /** Announces a page that is being walked: the worker pauses its own work. */
  | { readonly type: 'soon' };

/** The request without its terms and its long texts: `pieceCounts` gives the number of pieces of each. */
export interface RequestHead {
  readonly kind: ParseSource['kind'];
  readonly perRequest: PerRequest;
  readonly url: string;
  readonly title?: string;
  readonly way?: 'paste' | 'selection';
  readonly at?: SelectionPlace;
  /** Present for a form. */
  readonly of?: FillKind;
  /** Names of the saved frames; their texts follow the first. */
  readonly frames: readonly string[];
  readonly pieceCounts: readonly number[];
}

/** Characters in one message. */
const PIECE = 500_000;

export function toMessages(id: number, request: ParseRequest): ToWorker[] {
  const texts = textsOf(request);
  const { kind, settings } = request;
  const { now, today, ids } = settings;
  const head: RequestHead = {
    kind,
    perRequest: { now, today, ids },
    url: 'url' in request ? (request.url ?? '') : '',
    ...('title' in request && request.title !== undefined ? { title: request.title } : {}),
    ...('way' in request && request.way !== undefined ? { way: request.way } : {}),
    ...('at' in request && request.at !== undefined ? { at: request.at } : {}),
    ...('of' in request ? { of: request.of } : {}),
    frames: 'frames' in request ? Object.keys(request.frames ?? {}) : [],
    pieceCounts: texts.map((pieces) => pieces.length),
  };
  const [first, ...rest] = texts.flat();
  return [
    { type: 'begin', id, head, pieces: first === undefined ? [] : [first] },
    ...rest.map((text) => ({ type: 'piece', id, text }) as const),
  ];
}

function textsOf(request: ParseRequest): (readonly string[])[] {
  switch (request.kind) {
    case 'snapshot':
    case 'form':
      return [packed(request.pieces)];
    case 'copy':
      return [packed(request.pieces), cut(JSON.stringify(request.copy))];
    case 'snapshot-file':
      return [cut(request.json)];
    case 'html':
      return [cut(request.html), ...Object.values(request.frames ?? {}).map(cut)];
    case 'text':
      return [cut(request.text)];
  }
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return pieces;
}

/** Consecutive pieces combined, as far as they fit into one message. */
function packed(pieces: readonly string[]): string[] {
  const full: string[] = [];
  let last = '';
  for (const piece of pieces) {
    if (last !== '' && last.length + piece.length > PIECE) {
      full.push(last);
      last = '';
    }
    last += piece;
  }
  return last === '' ? full : [...full, last];
}

/** True if every piece is there. */
export function isWhole({ pieceCounts }: RequestHead, pieces: readonly string[]): boolean {
  return pieces.length >= pieceCounts.reduce((sum, count) => sum + count, 0);
}

/** The request again, on the other side. */
export function fromMessages(
  head: RequestHead,
  pieces: readonly string[],
  terms: Terms,
): ParseRequest {
  let at = 0;
  const texts = head.pieceCounts.map((count) => {
    const text = pieces.slice(at, at + count).join('');
    at += count;
    return text;
  });
  const [first = '', ...others] = texts;
  const { kind, perRequest, url, title, way, at: place, of = 'intervention', frames } = head;
  const settings = { ...perRequest, ...terms };
  switch (kind) {
    case 'snapshot':
      return { kind, settings, pieces: [first] };
    case 'form':
      return { kind, settings, pieces: [first], of };
    case 'copy':
      return { kind, settings, pieces: [first], copy: JSON.parse(others[0] ?? 'null') };
    case 'snapshot-file':
      return { kind, settings, json: first };
    case 'html':
      return {
        kind,
        settings,
        html: first,
        url,
        ...(title === undefined ? {} : { title }),
        frames: Object.fromEntries(frames.map((name, index) => [name, others[index] ?? ''])),
      };
    case 'text':
      return {
        kind,
        settings,
        text: first,
        title: title ?? '',
        ...(url === '' ? {} : { url }),
        ...(way === undefined ? {} : { way }),
        ...(place === undefined ? {} : { at: place }),
      };
  }
}

/**
 * The worker in which pages are parsed. It can be ended at any moment, and keeps nothing of a page between requests.
 */
import type { PageSnapshot } from '@cyber-prevent/core';
import { rowParts } from './draft-part.js';
import { parseCopy } from './parse-copy.js';
import { parseForm } from './parse-form.js';
import { parsePage } from './parse-page.js';
import { type FromWorker, LONGEST_PART } from './parse-reply.js';
import { fromMessages, isWhole, type RequestHead, type ToWorker } from './parse-request.js';
import type { Terms } from './parse-settings.js';
import { warmUp } from './warm-up.js';

/** Waits for the port from the page of ours; only the frame that started it can send one. */
export function startParseWorker(): void {
  const asked = warmUp((head, pieces, terms) => {
    for (const _ of answer(0, head, pieces, terms));
  });
  addEventListener('message', (event) => {
    const [port] = event.ports;
    if (port) serve(port, asked);
  });
}

function serve(port: MessagePort, asked: () => void): void {
  const waiting = new Map<number, Begun>();
  let terms: Terms = { adapters: [] };
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    asked();
    if (data.type === 'soon') return;
    if (data.type === 'terms') {
      terms = data.terms;
      return;
    }
    const { id } = data;
    const request =
      data.type === 'begin'
        ? { head: data.head, pieces: [...data.pieces], terms }
        : waiting.get(id);
    if (!request) return;
    if (data.type === 'piece') request.pieces.push(data.text);
    if (!isWhole(request.head, request.pieces)) {
      waiting.set(id, request);
      return;
    }
    waiting.delete(id);
    for (const message of answer(id, request.head, request.pieces, request.terms))
      port.postMessage(message);
  };
}

/** A request with some pieces still to come. */
interface Begun {
  readonly head: RequestHead;
  readonly pieces: string[];
  readonly terms: Terms;
}

/**
 * Every message of the reply, in order, each as soon as it is made: the page of ours checks one while the next is
 * written. A fault while reading is also an answer.
 */
export function* answer(
  id: number,
  head: RequestHead,
  pieces: readonly string[],
  terms: Terms,
): Iterable<FromWorker> {
  const request = fromMessages(head, pieces, terms);
  if (request.kind === 'form') {
    const read = parseForm(request);
    yield read.ok
      ? { type: 'form', id, json: JSON.stringify(read.value) }
      : { type: 'issues', id, issues: [...read.issues] };
    return;
  }
  if (request.kind === 'copy') {
    const copy = parseCopy(request);
    yield copy.ok
      ? { type: 'copy', id, text: copy.value }
      : { type: 'issues', id, issues: [...copy.issues] };
    return;
  }
  const { result, timing, snapshot } = parsePage(request);
  if (!result.ok) {
    yield { type: 'issues', id, issues: [...result.issues] };
    return;
  }
  const page = snapshot && pageJson(snapshot);
  if (page !== undefined) yield { type: 'page', id, json: page };
  const { rows, ...rest } = result.value;
  const json = JSON.stringify(rest);
  const parts = rowParts(rows);
  const first = parts.next().value ?? '[]';
  yield { type: 'draft', id, json, rows: first, rowCount: rows.length, timing };
  for (const part of parts) yield { type: 'rows', id, json: part };
}

/** Undefined for a page that is too large, or too deeply nested, for a copy of it to be kept. */
function pageJson(snapshot: PageSnapshot): string | undefined {
  try {
    const json = JSON.stringify(snapshot);
    return json.length > LONGEST_PART ? undefined : json;
  } catch {
    return undefined;
  }
}

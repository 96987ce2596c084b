/** The worker in which pages are taken apart. It can be ended at any moment, and holds nothing between requests. */
import type { Draft, Result } from '@cyber-prevent/core';
import { rowParts } from './draft-part.js';
import { parsePage } from './parse-page.js';
import type { FromWorker, ParseTiming } from './parse-reply.js';
import { fromMessages, type RequestHead, type ToWorker } from './parse-request.js';

/** Waits for the port on which the page of ours will ask; only the frame that started it can send one. */
export function startParseWorker(): void {
  addEventListener('message', (event) => {
    const [port] = event.ports;
    if (port) serve(port);
  });
}

function serve(port: MessagePort): void {
  const waiting = new Map<number, { readonly head: RequestHead; readonly pieces: string[] }>();
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.type === 'begin') {
      waiting.set(data.id, { head: data.head, pieces: [] });
      return;
    }
    const request = waiting.get(data.id);
    if (!request) return;
    if (data.type === 'piece') {
      request.pieces.push(data.text);
      return;
    }
    waiting.delete(data.id);
    for (const message of answer(data.id, request.head, request.pieces)) port.postMessage(message);
  };
}

/** Every message of the reply, in order. A fault while reading is an answer too. */
export function answer(id: number, head: RequestHead, pieces: readonly string[]): FromWorker[] {
  const { result, timing } = parsePage(fromMessages(head, pieces));
  return result.ok
    ? draftMessages(id, result, timing)
    : [{ type: 'issues', id, issues: [...result.issues] }];
}

function draftMessages(
  id: number,
  { value: draft }: Extract<Result<Draft>, { ok: true }>,
  timing: ParseTiming,
): FromWorker[] {
  const { rows, ...head } = draft;
  return [
    { type: 'draft', id, json: JSON.stringify(head) },
    ...rowParts(rows).map((json) => ({ type: 'rows', id, json }) as const),
    { type: 'done', id, timing },
  ];
}

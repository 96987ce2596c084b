/**
 * Sends orders to a teaching worker from a page of ours. Each order has its own worker, which is ended when it has
 * answered.
 */
import { failed, type Result } from '@cyber-prevent/core';
import { openFrame } from './frame-link.js';
import { trouble } from './parse-reply.js';
import type { TeachAnswers, TeachOrder } from './teach-order.js';
import { readTeachReply } from './teach-reply.js';

/** Milliseconds: a page is copied up to eight times before it is abandoned. */
const TIMEOUT_MS = 60_000;

/**
 * Never rejects.
 *
 * @param frameUrl - address of the sandboxed page
 */
export function askTeacher<O extends TeachOrder>(
  frameUrl: string,
  order: O,
  timeoutMs = TIMEOUT_MS,
): Promise<Result<TeachAnswers[O['kind']]>> {
  return new Promise((resolve) => {
    const frame = openFrame(frameUrl, (broken) =>
      end(failed(trouble(broken === undefined ? 'parse-not-started' : 'parse-broke'))),
    );
    const timer = setTimeout(() => end(failed(trouble('parse-too-slow'))), timeoutMs);
    const end = (result: Result<TeachAnswers[O['kind']]>): void => {
      clearTimeout(timer);
      frame.stop(1);
      frame.close();
      resolve(result);
    };
    const port = frame.start(1, 'teach');
    port.onmessage = ({ data }) => end(readTeachReply<O['kind']>(order.kind, data));
    port.postMessage(order);
  });
}

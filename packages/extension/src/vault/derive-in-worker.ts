/** Derives in a separate worker, which is ended after each use so that its memory is released too. */
import { PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Bytes } from './bytes.js';
import { checkedRequest, type Derive } from './derivation.js';
import { startWorker } from './own-worker.js';

const Answer = v.object({ key: v.custom<Bytes>((value) => value instanceof Uint8Array) });

/**
 * @throws {PreventError} `CP_VAULT_UNREADABLE` when the parameters are refused; `CP_STORE_CLOSED` when the worker fails
 */
export const deriveInWorker: Derive = async (request) => {
  const checked = checkedRequest(request);
  const worker = startWorker('derive');
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => reject(new TypeError('The worker did not start'));
      // Transferred, not copied: the worker overwrites it.
      worker.postMessage(checked, [checked.secret.buffer]);
    });
    return v.parse(Answer, answer).key;
  } catch (cause) {
    throw new PreventError(
      'CP_STORE_CLOSED',
      'The passphrase could not be checked: the browser may be short of memory. Close other windows and try again.',
      { cause },
    );
  } finally {
    worker.terminate();
  }
};

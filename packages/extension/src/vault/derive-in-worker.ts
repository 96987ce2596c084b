/** Derives in a worker of its own, which is ended after each use so that its memory goes too. */
import { PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { Bytes } from './bytes.js';
import { checkedRequest, type Derive } from './derivation.js';
import workerUrl from './derive.worker.ts?worker&url';

/** Part of Trusted Types that is used here; older browsers have none, and take the plain URL. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}
declare const trustedTypes: TrustedTypes | undefined;

const Answer = v.object({ key: v.custom<Bytes>((value) => value instanceof Uint8Array) });

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The one script URL that this policy lets through is that of our own worker. */
function scriptUrl(): string {
  if (typeof trustedTypes === 'undefined') return workerUrl;
  policy ??= trustedTypes.createPolicy('cp-worker', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError('Not a script of this toolkit');
      return url;
    },
  });
  return policy.createScriptURL(workerUrl);
}

/** @throws {PreventError} `CP_VAULT_UNREADABLE` when the parameters are refused; `CP_STORE_CLOSED` when the worker fails */
export const deriveInWorker: Derive = async (request) => {
  const checked = checkedRequest(request);
  const worker = new Worker(scriptUrl(), { type: 'module' });
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => reject(new TypeError('The worker did not start'));
      worker.postMessage(checked);
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

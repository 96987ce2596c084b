/** Starts the workers of this toolkit. Under Trusted Types one policy accepts their scripts, and no others. */
import filesUrl from '../storage/place/opfs.worker.ts?worker&url';
import proveUrl from '../storage/prove.worker.ts?worker&url';
import deriveUrl from './derive.worker.ts?worker&url';

/** The part of Trusted Types that is used here; older browsers have none, and accept the plain URL. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}
declare const trustedTypes: TrustedTypes | undefined;

const OWN = { derive: deriveUrl, files: filesUrl, prove: proveUrl };

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

export function startWorker(name: keyof typeof OWN): Worker {
  return new Worker(scriptUrl(OWN[name]), { type: 'module' });
}

function scriptUrl(ours: string): string {
  if (typeof trustedTypes === 'undefined') return ours;
  policy ??= trustedTypes.createPolicy('cp-worker', {
    createScriptURL(url) {
      if (!Object.values(OWN).includes(url)) throw new TypeError('Not a script of this toolkit');
      return url;
    },
  });
  return policy.createScriptURL(ours);
}

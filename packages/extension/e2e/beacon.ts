/** A fetch to another host, put into a copy of the build that may reach it: for controls of the network checks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addsScript } from './variant.ts';

/** A host that does not exist, under a top-level name that never does. */
export const ELSEWHERE = 'beacon.prevent.invalid';

/** The workspace fetches as it is opened; once that has failed, its `isAsked` is true. */
export function addsBeacon(dir: string): void {
  addsScript(
    dir,
    'workspace.html',
    'beacon.js',
    `fetch('http://${ELSEWHERE}/').catch(() => undefined).then(() => { globalThis.isAsked = true; });`,
  );
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const policy: string = manifest.content_security_policy.extension_pages;
  if (!policy.includes('connect-src')) throw new Error('The build has no policy to loosen');
  manifest.content_security_policy.extension_pages = policy.replace(
    'connect-src',
    `connect-src http://${ELSEWHERE}`,
  );
  writeFileSync(path, JSON.stringify(manifest));
}

/** Assembles the peers' extension in a new folder, which the caller deletes. */
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

export const PEERS = ['defuddle', 'readability'] as const;
export type PeerName = (typeof PEERS)[number];

/** @returns the folder */
export async function buildPeers(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-peer-'));
  const here = import.meta.dirname;
  for (const file of ['manifest.json', 'sidepanel.html'])
    cpSync(join(here, file), join(folder, file));
  const common = {
    bundle: true,
    format: 'iife',
    minify: true,
    outdir: folder,
    platform: 'browser',
    target: 'chrome137',
    logLevel: 'error',
  } as const;
  await build({
    ...common,
    entryPoints: ['background', 'panel'].map((name) => join(here, `${name}.ts`)),
  });
  await build({
    ...common,
    entryPoints: PEERS.map((name) => join(here, `${name}.ts`)),
    globalName: 'benchPeer',
    // The result of an injection is the value of the script's last expression.
    footer: { js: 'benchPeer.answer;' },
  });
  return folder;
}

/** Measured releases, by package. */
export function peerVersions(): Record<string, string> {
  return Object.fromEntries(
    ['defuddle', '@mozilla/readability', 'turndown'].map((name) => {
      const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
      const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
      return [name, version];
    }),
  );
}

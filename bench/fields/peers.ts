/** Injects the peers into the page that the toolkit was pressed on, each into every frame. */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'puppeteer-core';
import type { TextPair } from './pairs-in-text.ts';
import type { machineWalk, PeerAnswer, PeerName } from './peers/peers.ts';

export const PEER_NAMES: readonly PeerName[] = [
  'walker',
  'innerText',
  'readabilityTurndown',
  'defuddle',
];

export interface PeersRead {
  readonly pairs: Readonly<Record<PeerName, readonly TextPair[]>>;
  /** Milliseconds, for all frames together. */
  readonly ms: Readonly<Record<PeerName, number>>;
  /** The browser's own walk over the same trees. */
  readonly walk: ReturnType<typeof machineWalk>;
}

/** @returns the script's text */
export async function buildPeerScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'peers/peers.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'benchPeers',
    minify: true,
    platform: 'browser',
    target: 'chrome137',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** The peers' results for one document. */
export interface FrameRead extends PeersRead {
  readonly url: string;
}

/** Results of all frames together. */
export async function readWithPeers(page: Page, script: string): Promise<PeersRead> {
  const frames = await readFrames(page, script);
  const each = <T>(of: (name: PeerName) => T): Record<PeerName, T> =>
    Object.fromEntries(PEER_NAMES.map((name) => [name, of(name)])) as Record<PeerName, T>;
  const sum = (of: (frame: FrameRead) => number): number =>
    frames.reduce((all, frame) => all + of(frame), 0);
  return {
    pairs: each((name) => frames.flatMap(({ pairs }) => pairs[name])),
    ms: each((name) => sum(({ ms }) => ms[name])),
    walk: { nodeCount: sum(({ walk }) => walk.nodeCount), ms: sum(({ walk }) => walk.ms) },
  };
}

/** Reads in an isolated world of each frame, as an extension's scripts do. */
export async function readFrames(page: Page, script: string): Promise<readonly FrameRead[]> {
  const cdp = await page.createCDPSession();
  try {
    await cdp.send('Page.enable');
    const frames: FrameRead[] = [];
    for (const { contextId, url } of await worldsOf(cdp)) {
      await evaluate(cdp, contextId, `${script};undefined`);
      const pairs: Partial<Record<PeerName, readonly TextPair[]>> = {};
      const ms: Partial<Record<PeerName, number>> = {};
      for (const name of PEER_NAMES) {
        const asked = `benchPeers.answer(${JSON.stringify(name)})`;
        const answer = await evaluate<PeerAnswer>(cdp, contextId, asked);
        pairs[name] = answer.pairs;
        ms[name] = answer.ms;
      }
      const walk = await evaluate<PeersRead['walk']>(cdp, contextId, 'benchPeers.machineWalk()');
      frames.push({
        url,
        pairs: pairs as FrameRead['pairs'],
        ms: ms as FrameRead['ms'],
        walk,
      });
    }
    return frames;
  } finally {
    await cdp.detach();
  }
}

async function worldsOf(
  cdp: CDPSession,
): Promise<readonly { readonly contextId: number; readonly url: string }[]> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const frames: { readonly id: string; readonly url: string }[] = [];
  const waiting = [frameTree];
  for (let tree = waiting.pop(); tree; tree = waiting.pop()) {
    frames.push(tree.frame);
    waiting.push(...(tree.childFrames ?? []).toReversed());
  }
  const worlds = [];
  for (const { id: frameId, url } of frames) {
    const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', {
      frameId,
      worldName: 'bench-peers',
    });
    worlds.push({ contextId, url });
  }
  return worlds;
}

async function evaluate<T>(cdp: CDPSession, contextId: number, expression: string): Promise<T> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    contextId,
    expression,
    returnByValue: true,
  });
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

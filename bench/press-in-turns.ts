/** Every reader pressed once in each round, on one page or on two in turns: a busy moment of the machine falls on all. */
import type { PeerPress, Peers } from './peer.ts';
import type { PeerName } from './peer-extension/build.ts';
import type { Toolkit, ToolkitTimes } from './toolkit.ts';

/** What was measured on one page, round by round, the unmeasured first rounds among them. */
export interface Presses {
  readonly ours: readonly ToolkitTimes[];
  readonly theirs: Readonly<Record<PeerName, readonly PeerPress[]>>;
  /** Milliseconds of one bare parse. */
  readonly parses: readonly number[];
  /** As counted on the live page: elements and text nodes. */
  readonly nodeCount: number;
}

export interface Readers {
  readonly toolkit: Toolkit;
  readonly peers: Peers;
}

/** Unmeasured rounds before the measured ones. */
export const WARM = 2;

/**
 * @param seconds - for one page; at the least one measured round, however slow the machine
 * @returns what was measured on each page, in their order
 */
export async function pressInTurns(
  urls: readonly string[],
  { toolkit, peers }: Readers,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Presses[]> {
  await toolkit.show(urls);
  await peers.show(urls);
  const pages = [];
  for (const place of urls.keys())
    pages.push({
      ours: [] as ToolkitTimes[],
      theirs: { defuddle: [] as PeerPress[], readability: [] as PeerPress[] },
      parses: [] as number[],
      nodeCount: await peers.countNodes(place),
    });
  const until = Date.now() + seconds * 1000 * urls.length;
  for (let round = 0; round < WARM + rounds && (Date.now() < until || round <= WARM); round += 1)
    for (const [place, { ours, theirs, parses }] of pages.entries()) {
      ours.push(await toolkit.press(place));
      theirs.readability.push(await peers.press('readability', place));
      theirs.defuddle.push(await peers.press('defuddle', place));
      parses.push(await peers.parse(place));
    }
  return pages;
}

/**
 * Every reader is pressed once in each round, on one page or on two in turns: a busy moment of the machine affects all.
 */
import type { PeerPress, Peers } from './peer.ts';
import type { PeerName } from './peer-extension/build.ts';
import type { Toolkit, ToolkitTimes } from './toolkit.ts';

/** The measurements of one page, round by round, including the unmeasured first rounds. */
export interface Presses {
  readonly ours: readonly ToolkitTimes[];
  readonly theirs: Readonly<Record<PeerName, readonly PeerPress[]>>;
  /** Milliseconds of one bare parse. */
  readonly parses: readonly number[];
  /** Number of elements and text nodes on the live page. */
  readonly nodeCount: number;
}

export interface Readers {
  readonly toolkit: Toolkit;
  readonly peers: Peers;
}

/** Unmeasured rounds before the measured ones. */
export const WARM = 2;

/**
 * @param seconds - for one page; at least one measured round, however slow the machine
 * @returns the measurements of each page, in order
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

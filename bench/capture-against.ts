/** Press to draft of two builds in turns, pair by pair: whatever else the machine does falls on both. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { middle, ratio, tenths } from './figures.ts';
import { type Machine, machine } from './machine.ts';
import { servePages } from './page.ts';
import { WARM } from './press-in-turns.ts';
import { openToolkit, type Toolkit } from './toolkit.ts';

export interface AgainstOptions {
  /** Folders of the built extensions. */
  readonly extension: string;
  readonly against: string;
  readonly nodes: number;
  readonly pairs: number;
  /** Presses of each build in one pair. */
  readonly presses: number;
  readonly say: (line: string) => void;
}

export interface PairFigures {
  /** Milliseconds from press to draft, at the median of the pair's presses. */
  readonly oldMs: number;
  readonly newMs: number;
  readonly ratio: number;
}

export interface AgainstFigures {
  readonly bench: 'capture-against';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly nodes: number;
  readonly pairs: readonly PairFigures[];
  /** New divided by old, at the median of the pairs. */
  readonly ratio: number;
}

/** @throws {Error} when the other folder holds no built extension */
export async function benchAgainst(options: AgainstOptions): Promise<AgainstFigures> {
  const { extension, against, nodes, presses, say } = options;
  if (!existsSync(join(against, 'manifest.json')))
    throw new Error(`${against} holds no built extension`);
  const atStart = machine();
  const pages = await servePages();
  const open: Toolkit[] = [];
  try {
    const url = pages.urlOf(nodes);
    say('opening both builds, and going through first run');
    for (const folder of [against, extension]) open.push(await openToolkit(folder, url));
    const [older, newer] = open as [Toolkit, Toolkit];
    for (const each of open) await each.show([url]);
    for (let warm = 0; warm < WARM; warm += 1) for (const each of open) await each.press(0);
    const pairs: PairFigures[] = [];
    for (let pair = 0; pair < options.pairs; pair += 1) {
      say(`pair ${pair + 1} of ${options.pairs}`);
      // The build that is pressed first changes with each pair.
      const turns = pair % 2 === 0 ? [older, newer] : [newer, older];
      const times = new Map<Toolkit, number[]>(turns.map((each) => [each, []]));
      for (let press = 0; press < presses; press += 1)
        for (const each of turns) times.get(each)?.push((await each.press(0)).totalMs);
      const [oldMs, newMs] = [older, newer].map((each) => middle(times.get(each) ?? [])) as [
        number,
        number,
      ];
      pairs.push({ oldMs: tenths(oldMs), newMs: tenths(newMs), ratio: ratio(newMs, oldMs) });
    }
    return {
      bench: 'capture-against',
      at: new Date().toISOString(),
      machine: atStart,
      browser: newer.browserVersion,
      nodes,
      pairs,
      ratio: middle(pairs.map((each) => each.ratio)),
    };
  } finally {
    for (const each of open) await each.close();
    await pages.stop();
  }
}

export function againstTable({
  browser,
  nodes,
  pairs,
  ratio: all,
  machine,
}: AgainstFigures): string {
  return [
    `Press to draft at ${nodes} nodes, old build and new in turns, milliseconds at the median`,
    `${browser} on ${machine.processor}, ${machine.coreCount} cores; load before ${machine.load[0]}`,
    ...pairs.map(
      ({ oldMs, newMs, ratio: each }, nth) =>
        `  pair ${nth + 1}: old ${oldMs}, new ${newMs}, ×${each}`,
    ),
    `  median ×${all}`,
  ].join('\n');
}

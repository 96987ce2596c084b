/** Press to draft, in real Chromium, on pages of several sizes: the toolkit and its peers, round by round. */
import { loadavg } from 'node:os';
import { largest, ratio, ratioOfRounds, type Spread, spread, tenths } from './figures.ts';
import { type Machine, machine } from './machine.ts';
import { servePages } from './page.ts';
import { openPeers, type PeerPress, type Peers } from './peer.ts';
import { peerVersions } from './peer-extension/build.ts';
import { type Presses, pressInTurns, WARM } from './press-in-turns.ts';
import { type Held, heldAgainst } from './targets.ts';
import { openToolkit, type Toolkit, type ToolkitTimes } from './toolkit.ts';

export interface CaptureOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  readonly sizes: readonly number[];
  /** Presses of each reader on each size, unless the time is up before. */
  readonly rounds: number;
  /** Seconds for one size. */
  readonly seconds: number;
  /** Called with progress messages. */
  readonly say: (line: string) => void;
}

const PARTS = [
  'totalMs',
  'toldMs',
  'walkMs',
  'handOverMs',
  'readingMs',
  'paintMs',
  'parseMs',
  'readMs',
  'draftMs',
] as const;
const PEER_PARTS = ['totalMs', 'toldMs', 'readMs', 'handOverMs', 'paintMs'] as const;

export type ToolkitFigures = Readonly<Record<(typeof PARTS)[number], Spread>> & {
  /** The first press on the page, before anything is warm; excluded from the rest. */
  readonly firstMs: number;
  readonly rowCount: number;
  readonly longest: {
    /** Zero when the browser reported no task over 50 ms. */
    readonly pageMs: number;
    readonly panelMs: number;
    /** While the draft is sealed and saved, after it was painted. */
    readonly panelLaterMs: number;
    /** Longest stretch of the walk, by the reader's own count. */
    readonly stretchMs: number;
  };
};

export type PeerFigures = Readonly<Record<(typeof PEER_PARTS)[number], Spread>> & {
  readonly firstMs: number;
  readonly characterCount: number;
  readonly longest: { readonly pageMs: number; readonly panelMs: number };
};

export interface SizeFigures {
  readonly nodes: number;
  /** Number of elements and text nodes on the live page. */
  readonly nodeCount: number;
  readonly rounds: number;
  /** One-minute load average at the end; the bench itself makes about 1. */
  readonly load: number;
  readonly toolkit: ToolkitFigures;
  readonly defuddle: PeerFigures;
  readonly readabilityTurndown: PeerFigures;
  readonly domParserMs: Spread;
  /** Times of the toolkit divided by those of the others, at the median. */
  readonly ratio: Readonly<Record<'readabilityTurndown' | 'defuddle' | 'domParser', number>>;
}

export interface Growth {
  readonly from: number;
  readonly to: number;
  readonly rounds: number;
  /** Time per node at the larger size divided by that at the smaller in the same round, at the median: 1 is linear. */
  readonly perNode: Readonly<Record<Reader | 'domParser', number>>;
}

type Reader = 'toolkit' | 'readabilityTurndown' | 'defuddle';

export interface CaptureFigures {
  readonly bench: 'capture';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly peers: Readonly<Record<string, string>>;
  readonly sizes: readonly SizeFigures[];
  readonly growth: readonly Growth[];
  readonly closedPanel: {
    readonly shellMs: Spread;
    readonly draftMs: Spread;
    readonly rounds: number;
  };
  readonly targets: readonly Held[];
}

const CLOSED_ROUNDS = 6;

export async function benchCapture(options: CaptureOptions): Promise<CaptureFigures> {
  const { extension, sizes, say } = options;
  const atStart = machine();
  const pages = await servePages();
  const [first = 500] = sizes;
  let toolkit: Toolkit | undefined;
  let peers: Peers | undefined;
  try {
    say('opening two browsers, and going through first run');
    peers = await openPeers(pages.urlOf(first));
    toolkit = await openToolkit(extension, pages.urlOf(first));
    const readers = { toolkit, peers };
    const { urlOf } = pages;
    const measured: SizeFigures[] = [];
    for (const nodes of sizes) {
      say(`${nodes} nodes`);
      const [presses] = await pressInTurns([urlOf(nodes)], readers, options);
      if (presses) measured.push(sizeFigures(nodes, presses));
    }
    const grown: Growth[] = [];
    for (const [at, to] of sizes.slice(1).entries()) {
      const from = sizes[at] ?? to;
      say(`${from} and ${to} nodes in turns`);
      const [smaller, larger] = await pressInTurns([urlOf(from), urlOf(to)], readers, options);
      if (smaller && larger) grown.push({ from, to, ...growth(smaller, larger) });
    }
    say('closed panel');
    await toolkit.show([urlOf(first)]);
    const closed = [];
    for (let round = 0; round < CLOSED_ROUNDS; round += 1) closed.push(await toolkit.pressClosed());
    const figures = {
      bench: 'capture',
      at: new Date().toISOString(),
      machine: atStart,
      browser: toolkit.browserVersion,
      peers: peerVersions(),
      sizes: measured,
      growth: grown,
      closedPanel: {
        shellMs: spread(closed.map(({ shellMs }) => shellMs)),
        draftMs: spread(closed.map(({ draftMs }) => draftMs)),
        rounds: closed.length,
      },
    } as const;
    return { ...figures, targets: heldAgainst(figures) };
  } finally {
    await toolkit?.close();
    await peers?.close();
    await pages.stop();
  }
}

function sizeFigures(nodes: number, presses: Presses): SizeFigures {
  const { ours, theirs, parses, nodeCount } = presses;
  const domParserMs = spread(parses.slice(WARM));
  const figures = {
    toolkit: toolkitFigures(ours),
    defuddle: peerFigures(theirs.defuddle),
    readabilityTurndown: peerFigures(theirs.readability),
  };
  const p50 = figures.toolkit.totalMs.p50;
  return {
    nodes,
    nodeCount,
    rounds: ours.length - WARM,
    load: tenths(loadavg()[0] ?? 0),
    ...figures,
    domParserMs,
    ratio: {
      readabilityTurndown: ratio(p50, figures.readabilityTurndown.totalMs.p50),
      defuddle: ratio(p50, figures.defuddle.totalMs.p50),
      domParser: ratio(p50, domParserMs.p50),
    },
  };
}

function toolkitFigures(presses: readonly ToolkitTimes[]): ToolkitFigures {
  const warm = presses.slice(WARM);
  return {
    ...spreads(PARTS, warm),
    firstMs: tenths(presses[0]?.totalMs ?? Number.NaN),
    rowCount: warm[0]?.rowCount ?? 0,
    longest: {
      pageMs: largest(warm.flatMap(({ pageTasks }) => pageTasks)),
      panelMs: largest(warm.flatMap(({ panelTasks }) => panelTasks)),
      panelLaterMs: largest(warm.flatMap(({ laterPanelTasks }) => laterPanelTasks)),
      stretchMs: largest(warm.map(({ longestStretchMs }) => longestStretchMs)),
    },
  };
}

function peerFigures(presses: readonly PeerPress[]): PeerFigures {
  const warm = presses.slice(WARM);
  return {
    ...spreads(PEER_PARTS, warm),
    firstMs: tenths(presses[0]?.totalMs ?? Number.NaN),
    characterCount: warm[0]?.characterCount ?? 0,
    longest: {
      pageMs: largest(warm.flatMap(({ pageTasks }) => pageTasks)),
      panelMs: largest(warm.flatMap(({ panelTasks }) => panelTasks)),
    },
  };
}

function spreads<Part extends string>(
  parts: readonly Part[],
  presses: readonly Readonly<Record<Part, number>>[],
): Record<Part, Spread> {
  return Object.fromEntries(
    parts.map((part) => [part, spread(presses.map((press) => press[part]))]),
  ) as Record<Part, Spread>;
}

/** Compares each round's press of the larger page with the same round's of the smaller. */
function growth(smaller: Presses, larger: Presses): Omit<Growth, 'from' | 'to'> {
  const perNode = (millisecondsOf: (presses: Presses) => readonly number[]): number => {
    const each = (presses: Presses): number[] =>
      millisecondsOf(presses)
        .slice(WARM)
        .map((milliseconds) => milliseconds / presses.nodeCount);
    return ratioOfRounds(each(larger), each(smaller));
  };
  const totals = (presses: readonly { readonly totalMs: number }[]): number[] =>
    presses.map(({ totalMs }) => totalMs);
  return {
    rounds: larger.ours.length - WARM,
    perNode: {
      toolkit: perNode(({ ours }) => totals(ours)),
      readabilityTurndown: perNode(({ theirs }) => totals(theirs.readability)),
      defuddle: perNode(({ theirs }) => totals(theirs.defuddle)),
      domParser: perNode(({ parses }) => parses),
    },
  };
}

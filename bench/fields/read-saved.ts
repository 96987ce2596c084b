/** One saved page: pressed on, reloaded and pressed on again, read by the peers, and compared with its truth. */
import { isDeepStrictEqual } from 'node:util';
import { type DumpedPage, dumpedPairs, dumpedRows } from './dump.ts';
import { PEER_NAMES, type PeersRead, readWithPeers } from './peers.ts';
import { isThereAgain, placesOf } from './places.ts';
import type { PageServer, PageTruth, SavedPage } from './saved-pages.ts';
import { scoreFields } from './score-fields.ts';
import { scorePairs } from './score-pairs.ts';
import type { PageFigures } from './summary.ts';
import { type FieldsToolkit, pressOpened, type SoughtPlace } from './toolkit.ts';

export interface ReadTools {
  readonly toolkit: FieldsToolkit;
  readonly server: PageServer;
  readonly reader: typeof import('./reader.ts');
  readonly peerScript: string;
  readonly withAdapters: boolean;
}

export interface PageRead {
  readonly dumped: DumpedPage;
  readonly figures: PageFigures;
}

export async function readSaved(page: SavedPage, tools: ReadTools): Promise<PageRead> {
  const { toolkit, server, reader, peerScript, withAdapters } = tools;
  const { truth, ...name } = page;
  const url = server.show(page);
  const open = async (): Promise<void> => {
    await toolkit.show(url);
    await server.rest();
  };
  const pressed = await pressOpened(toolkit, open);
  const requests = [...pressed.requests, ...server.takeRequests()];
  await toolkit.clear();
  const { rows } = pressed.draft;
  const places = rows.flatMap(placesOf);
  const again = await pressOpened(toolkit, open);
  const reloaded = await toolkit.findPlaces(places);
  await toolkit.clear();
  const peers = await readWithPeers(toolkit.page, peerScript);
  const beside = reader.readBeside(pressed.head, pressed.pieces);
  const inSnapshot = places.map((place) => isThereAgain(beside.snapshot, place, reader.select));
  const pairs = dumpedPairs(beside.reading, beside.generic);
  const draft = dumpedRows(pressed.draft);
  return {
    dumped: { ...name, pairs, draft },
    figures: {
      ...name,
      hasRecord: hasRecord(truth),
      pairs: scorePairs(truth, pairs),
      generic: scoreFields(truth, dumpedRows(beside.generic)),
      adapted: scoreFields(truth, dumpedRows(beside.adapted)),
      fields: scoreFields(truth, draft),
      hasAdapter: beside.adapted.origins.some(({ adapter }) => adapter !== undefined),
      rowCount: rows.length,
      takenCount: draft.filter(({ taken }) => taken).length,
      hiddenTaken: rows
        .filter(({ visible, decision }) => !visible && decision.kind === 'take')
        .map(({ label, value }) => `${label}: ${value}`),
      placeCount: places.length,
      lost: lostOf(places, inSnapshot, reloaded),
      mutationCount: pressed.mutationCount + again.mutationCount,
      requests,
      isAsInWorker: isDeepStrictEqual(
        plain(withAdapters ? beside.adapted : beside.generic),
        plain(pressed.draft),
      ),
      presses: [pressed.times, again.times],
      nodeCount: beside.reading.nodeCount,
      walk: peers.walk,
      peers: scoredPeers(truth, peers),
    },
  };
}

/** A page that could not be read counts as an empty result. */
export function notRead({ truth, ...name }: SavedPage, error: unknown): PageRead {
  const nothing = scoreFields(truth, []);
  const none = Object.fromEntries(PEER_NAMES.map((peer) => [peer, []]));
  const noTime = Object.fromEntries(PEER_NAMES.map((peer) => [peer, Number.NaN]));
  return {
    dumped: { ...name, pairs: [], draft: [], error: String(error) },
    figures: {
      ...name,
      error: String(error),
      hasRecord: hasRecord(truth),
      pairs: scorePairs(truth, []),
      generic: nothing,
      adapted: nothing,
      fields: nothing,
      hasAdapter: false,
      rowCount: 0,
      takenCount: 0,
      hiddenTaken: [],
      placeCount: 0,
      lost: [],
      mutationCount: 0,
      requests: [],
      isAsInWorker: false,
      presses: [],
      nodeCount: 0,
      walk: { nodeCount: 0, ms: Number.NaN },
      peers: scoredPeers(truth, { pairs: none, ms: noTime } as unknown as PeersRead),
    },
  };
}

function hasRecord({ canonical = {} }: PageTruth): boolean {
  return Object.keys(canonical).length > 0;
}

function lostOf(
  places: readonly SoughtPlace[],
  inSnapshot: readonly boolean[],
  reloaded: readonly boolean[],
): PageFigures['lost'] {
  return places
    .map(({ frame, selector, verbatim }, nth) => ({
      frame,
      selector,
      verbatim,
      inSnapshot: inSnapshot[nth] === true,
      reloaded: reloaded[nth] === true,
    }))
    .filter((place) => !place.inSnapshot || !place.reloaded);
}

function scoredPeers(
  truth: PageTruth,
  { pairs, ms }: Pick<PeersRead, 'pairs' | 'ms'>,
): PageFigures['peers'] {
  return Object.fromEntries(
    PEER_NAMES.map((peer) => {
      const found = pairs[peer].map((pair) => ({ ...pair, visible: true }));
      return [peer, { ...scorePairs(truth, found), ms: ms[peer] }];
    }),
  ) as PageFigures['peers'];
}

/** The form after a trip through another process: without members that are undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The results of the pages: by system, and the plain mean over systems. */
import { type Spread, spread, tenths } from '../figures.ts';
import type { PeerName } from './peers/peers.ts';
import { grouped, mean, type Rates, ratesOf, share, summed } from './rates.ts';
import type { FieldScore } from './score-fields.ts';
import type { PairCounts, PairScore } from './score-pairs.ts';
import type { PressTimes, SoughtPlace } from './toolkit.ts';

export interface PageFigures {
  readonly system: string;
  readonly page: string;
  /** The reason why it could not be read. */
  readonly error?: string;
  /** True if the page has anything that a draft should contain. */
  readonly hasRecord: boolean;
  readonly pairs: PairScore;
  /** Without adapters, with the shipped ones, and as the panel had it in this run. */
  readonly generic: FieldScore;
  readonly adapted: FieldScore;
  readonly fields: FieldScore;
  /** True if one of the shipped adapters is for this page. */
  readonly hasAdapter: boolean;
  readonly rowCount: number;
  readonly takenCount: number;
  /** `label: value` of rows that start as taken but are not on screen. */
  readonly hiddenTaken: readonly string[];
  readonly placeCount: number;
  readonly lost: readonly (SoughtPlace & {
    readonly inSnapshot: boolean;
    readonly reloaded: boolean;
  })[];
  readonly mutationCount: number;
  readonly requests: readonly string[];
  /** True if the bench's own reading made exactly the worker's draft. */
  readonly isAsInWorker: boolean;
  /** The first press on the page, and one after it was reloaded. */
  readonly presses: readonly PressTimes[];
  readonly nodeCount: number;
  /** The browser's own walk over the same trees. */
  readonly walk: { readonly nodeCount: number; readonly ms: number };
  readonly peers: Readonly<Record<PeerName, PairScore & { readonly ms: number }>>;
}

export interface PairRates extends Rates {
  /** Pairs on screen without a conflict with the page. */
  readonly conflictPrecision?: number;
}

export interface FieldRates extends Rates {
  /** Right rows that start correctly. */
  readonly selection?: number;
}

export interface SystemFigures {
  readonly system: string;
  readonly pageCount: number;
  readonly pairs: PairRates;
  readonly generic: FieldRates;
  /** Absent if no shipped adapter is for any of its pages. */
  readonly adapted?: FieldRates;
  readonly fields: FieldRates;
}

export interface Summary {
  readonly systems: readonly SystemFigures[];
  readonly notReadCount: number;
  readonly macro: Omit<SystemFigures, 'system' | 'pageCount'>;
  readonly byField: Readonly<Record<string, { readonly wanted: number; readonly found: number }>>;
  /** Over pages without a record. */
  readonly spurious: {
    readonly pageCount: number;
    readonly takenCount: number;
    readonly aPage: number;
  };
  readonly distractorCount: number;
  readonly hiddenTakenCount: number;
  readonly places: {
    readonly count: number;
    readonly inSnapshot: number;
    readonly reloaded: number;
  };
  readonly mutationCount: number;
  readonly requestCount: number;
  readonly asInWorker: { readonly count: number; readonly of: number };
  /** Milliseconds over all presses. */
  readonly ms: Readonly<
    Record<'totalMs' | 'walkMs' | 'parseMs' | 'readMs' | 'draftMs' | 'paintMs', Spread>
  >;
  readonly walkMs: Spread;
  readonly peers: Readonly<Record<string, PairRates & { readonly ms: Spread }>>;
}

export function summaryOf(pages: readonly PageFigures[]): Summary {
  const systems = [...grouped(pages, ({ system }) => system)].map(([system, own]) =>
    systemFigures(system, own),
  );
  const presses = pages.flatMap((page) => page.presses);
  const bare = pages.filter(({ hasRecord }) => !hasRecord);
  const takenCount = bare.reduce((sum, page) => sum + page.takenCount, 0);
  const lost = pages.flatMap((page) => page.lost);
  const placeCount = count(pages, ({ placeCount: places }) => places);
  const times = (part: keyof Summary['ms']): Spread => spread(presses.map((press) => press[part]));
  return {
    systems,
    notReadCount: count(pages, ({ error }) => (error === undefined ? 0 : 1)),
    macro: macroOf(systems),
    byField: byFieldOf(pages),
    spurious: {
      pageCount: bare.length,
      takenCount,
      aPage: tenths(takenCount / Math.max(1, bare.length)),
    },
    distractorCount: count(pages, ({ fields }) => fields.distractors),
    hiddenTakenCount: count(pages, ({ hiddenTaken }) => hiddenTaken.length),
    places: {
      count: placeCount,
      inSnapshot: placeCount - lost.filter(({ inSnapshot }) => !inSnapshot).length,
      reloaded: placeCount - lost.filter(({ reloaded }) => !reloaded).length,
    },
    mutationCount: count(pages, ({ mutationCount }) => mutationCount),
    requestCount: count(pages, ({ requests }) => requests.length),
    asInWorker: {
      count: count(pages, ({ isAsInWorker }) => Number(isAsInWorker)),
      of: pages.length,
    },
    ms: {
      totalMs: times('totalMs'),
      walkMs: times('walkMs'),
      parseMs: times('parseMs'),
      readMs: times('readMs'),
      draftMs: times('draftMs'),
      paintMs: times('paintMs'),
    },
    walkMs: spread(known(pages.map(({ walk }) => walk.ms))),
    peers: peersOf(pages),
  };
}

function systemFigures(system: string, pages: readonly PageFigures[]): SystemFigures {
  return {
    system,
    pageCount: pages.length,
    pairs: pairRates(pages.map((page) => page.pairs)),
    generic: fieldRates(pages.map((page) => page.generic)),
    ...(pages.some(({ hasAdapter }) => hasAdapter)
      ? { adapted: fieldRates(pages.map((page) => page.adapted)) }
      : {}),
    fields: fieldRates(pages.map((page) => page.fields)),
  };
}

export function pairRates(scores: readonly PairCounts[]): PairRates {
  const { wanted, found, read, right, visible, conflicts } = summed(scores);
  const clear = share(visible - conflicts, visible);
  return {
    ...ratesOf({ wanted, found, read, right }),
    ...(clear === undefined ? {} : { conflictPrecision: clear }),
  };
}

function fieldRates(scores: readonly FieldScore[]): FieldRates {
  const { wanted, found, drafted, right, started, startedRight } = summed(scores);
  const selection = share(startedRight, started);
  return {
    ...ratesOf({ wanted, found, read: drafted, right }),
    ...(selection === undefined ? {} : { selection }),
  };
}

function macroOf(systems: readonly SystemFigures[]): Summary['macro'] {
  const adapted = systems.flatMap((system) => system.adapted ?? []);
  return {
    pairs: means(systems.map(({ pairs }) => pairs)),
    generic: means(systems.map(({ generic }) => generic)),
    ...(adapted.length === 0 ? {} : { adapted: means(adapted) }),
    fields: means(systems.map(({ fields }) => fields)),
  };
}

/** Means of each member, over the items that have it. */
export function means<R extends Partial<Record<keyof R, number>>>(all: readonly R[]): R {
  const names = new Set(all.flatMap((each) => Object.keys(each))) as Set<keyof R>;
  return Object.fromEntries(
    [...names].map((name) => [name, mean(all.map((each) => each[name]))]),
  ) as R;
}

function peersOf(pages: readonly PageFigures[]): Summary['peers'] {
  const names = Object.keys(pages[0]?.peers ?? {}) as PeerName[];
  return Object.fromEntries(
    names.map((name) => {
      const bySystem = [...grouped(pages, ({ system }) => system).values()];
      const rates = bySystem.map((own) => pairRates(own.map(({ peers }) => peers[name])));
      return [
        name,
        { ...means(rates), ms: spread(known(pages.map(({ peers }) => peers[name].ms))) },
      ];
    }),
  );
}

function byFieldOf(pages: readonly PageFigures[]): Summary['byField'] {
  const all: Record<string, { wanted: number; found: number }> = {};
  for (const { fields } of pages)
    for (const [name, { wanted, found }] of Object.entries(fields.byField)) {
      all[name] ??= { wanted: 0, found: 0 };
      all[name].wanted += wanted;
      all[name].found += found;
    }
  return all;
}

function count(pages: readonly PageFigures[], of: (page: PageFigures) => number): number {
  return pages.reduce((sum, page) => sum + of(page), 0);
}

/** Leaves out the times of pages that were not read. */
function known(times: readonly number[]): readonly number[] {
  return times.filter((ms) => !Number.isNaN(ms));
}

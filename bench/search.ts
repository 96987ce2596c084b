/** Search over everything held: the index and its queries, beside a plain MiniSearch index of the same texts. */
import type { FindPeople } from '../packages/core/src/desk/find/index.ts';
import type { CodeLists, RecordId, StoredRecord } from '../packages/core/src/index.ts';
import { largest, ratio, type Spread, spread, tenths } from './figures.ts';
import { fromSource } from './from-source.ts';
import { type Machine, machine } from './machine.ts';
import { type SearchCrowd, SOUGHT_KINDS, type Sought, searchCrowd } from './search-crowd.ts';
import { againstTarget, type Held } from './targets.ts';

export interface SearchBenchOptions {
  /** Numbers of people on record. */
  readonly sizes: readonly number[];
  /** Called with progress messages. */
  readonly say: (line: string) => void;
}

export interface SearchSize {
  readonly peopleCount: number;
  readonly recordCount: number;
  readonly textMb: number;
  readonly indexMs: number;
  /** The longest stretch of indexing without a pause. */
  readonly longestStretchMs: number;
  readonly queryMs: Spread;
  /** Every beginning of some queries, as they are typed: the slowest. */
  readonly longestKeystrokeMs: number;
  readonly updateMs: Spread;
  /** Share of queries with the person meant among the first three, by what was typed. */
  readonly firstThree: Readonly<Record<Sought['kind'], number>>;
  /** The peer, with its default settings; searched with beginnings, typing errors and every word. */
  readonly plain: {
    readonly indexMs: number;
    readonly queryMs: Spread;
    readonly firstThree: Readonly<Record<Sought['kind'], number>>;
  };
  /** Our index by the peer's. */
  readonly indexRatio: number;
}

export interface SearchFigures {
  readonly machine: Machine;
  readonly sizes: readonly SearchSize[];
  readonly targets: readonly Held[];
}

type Find = Pick<typeof import('../packages/core/src/desk/find/index.ts'), 'findPeople'>;
type Texts = Pick<typeof import('../packages/core/src/desk/find/record-texts.ts'), 'recordTexts'>;
type Codes = Pick<typeof import('../packages/core/src/codes/index.ts'), 'gatherCodeLists'>;

/** The engine as the core has it. */
interface Plain {
  new (options: {
    readonly fields: readonly string[];
  }): {
    add(document: { readonly id: string; readonly text: string }): void;
    search(words: string, options: object): readonly { readonly id: string }[];
  };
}

/** Milliseconds of a search among 100,000 people. */
const SEARCH_MS = 20;
/** Times a plain index of the same texts. */
const INDEX_RATIO = 1;
const SEARCHES = 400;
const TYPED = 10;
const UPDATES = 100;
const FIRST = 3;

interface Stages extends Find, Texts {
  readonly Plain: Plain;
  readonly lists: CodeLists;
}

export async function benchSearch({ sizes, say }: SearchBenchOptions): Promise<SearchFigures> {
  const measuredOn = machine();
  const { findPeople } = (await fromSource('desk/find/index.ts')) as Find;
  const { recordTexts } = (await fromSource('desk/find/record-texts.ts')) as Texts;
  const { gatherCodeLists } = (await fromSource('codes/index.ts')) as Codes;
  const engine = '../node_modules/minisearch/dist/es/index.js';
  const { default: Plain } = (await fromSource(engine)) as { readonly default: Plain };
  const stages = { findPeople, recordTexts, Plain, lists: gatherCodeLists() };
  const measured: SearchSize[] = [];
  for (const size of sizes) {
    say(`${size} people`);
    measured.push(await measureSize(size, stages));
  }
  return {
    machine: measuredOn,
    sizes: measured,
    targets: measured.flatMap(({ peopleCount, queryMs, indexRatio }) => [
      againstTarget(`${peopleCount} people: a search, p95 ms`, queryMs.p95, SEARCH_MS),
      againstTarget(`${peopleCount} people: index, times a plain one`, indexRatio, INDEX_RATIO),
    ]),
  };
}

async function measureSize(size: number, stages: Stages): Promise<SearchSize> {
  const crowd = searchCrowd(size, SEARCHES);
  const source = sourceOf(crowd);
  let [since, longest] = [performance.now(), 0];
  const pause = async (): Promise<void> => {
    longest = Math.max(longest, performance.now() - since);
    since = performance.now();
  };
  const people = stages.findPeople(source.store, { lists: stages.lists, pause });
  since = performance.now();
  const indexMs = await timed(() => people.ready());
  const { times, right } = await searched(crowd.sought, async (words) =>
    (await people.find(words)).found.map(({ id }) => id),
  );
  const keystrokes: number[] = [];
  for (const { words } of crowd.sought.slice(0, TYPED))
    for (let typed = 1; typed <= words.length; typed += 1)
      keystrokes.push(await timed(() => people.find(words.slice(0, typed))));
  const updateMs = await updates(people, source);
  people.stop();
  const plain = await measurePlain(crowd, stages);
  return {
    peopleCount: size,
    recordCount: [...crowd.records.values()].flat().length,
    textMb: plain.textMb,
    indexMs: tenths(indexMs),
    longestStretchMs: tenths(longest),
    queryMs: spread(times),
    longestKeystrokeMs: largest(keystrokes),
    updateMs,
    firstThree: right,
    plain: plain.figures,
    indexRatio: ratio(indexMs, plain.figures.indexMs),
  };
}

async function measurePlain(crowd: SearchCrowd, { recordTexts, lists, Plain }: Stages) {
  const texts = new Map<RecordId, string[]>();
  for (const record of [...crowd.records.values()].flat()) {
    const { subjectId = record.id } = record.value as { readonly subjectId?: RecordId };
    const own = texts.get(subjectId) ?? [];
    own.push(...recordTexts(record, lists).map(({ text }) => text));
    texts.set(subjectId, own);
  }
  const documents = [...texts].map(([id, own]) => ({ id, text: own.join('\n') }));
  const plain = new Plain({ fields: ['text'] });
  const indexMs = await timed(async () => {
    for (const document of documents) plain.add(document);
  });
  const { times, right } = await searched(crowd.sought, async (words) =>
    plain.search(words, { prefix: true, fuzzy: 0.2, combineWith: 'AND' }).map(({ id }) => id),
  );
  const letters = documents.reduce((sum, { text }) => sum + text.length, 0);
  const figures = { indexMs: tenths(indexMs), queryMs: spread(times), firstThree: right };
  return { textMb: tenths(letters / 1e6), figures };
}

async function searched(
  sought: readonly Sought[],
  search: (words: string) => Promise<readonly string[]>,
) {
  const times: number[] = [];
  const hits = new Map<Sought['kind'], number[]>();
  for (const { person, kind, words } of sought) {
    let found: readonly string[] = [];
    times.push(
      await timed(async () => {
        found = await search(words);
      }),
    );
    const own = hits.get(kind) ?? [];
    own.push(found.slice(0, FIRST).includes(person) ? 1 : 0);
    hits.set(kind, own);
  }
  const right = Object.fromEntries(
    SOUGHT_KINDS.map((kind) => {
      const own = hits.get(kind) ?? [];
      return [
        kind,
        ratio(
          own.reduce((sum, hit) => sum + hit, 0),
          own.length,
        ),
      ];
    }),
  ) as Record<Sought['kind'], number>;
  return { times, right };
}

/** A source as a store is one, with the records as they are, and a way to change one. */
function sourceOf({ records }: SearchCrowd) {
  const byId = new Map([...records.values()].flat().map((record) => [record.id, record]));
  const listeners = new Set<(batch: never) => void>();
  const store = {
    get: async (_: string, id: RecordId) => byId.get(id),
    query: async (kind: StoredRecord['kind']) => records.get(kind) ?? [],
    subscribe: (listener: (batch: never) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as object as Parameters<Find['findPeople']>[0];
  return {
    store,
    rename(nth: number, name: string): void {
      const record = records.get('subject')?.[nth];
      if (!record) return;
      byId.set(record.id, { ...record, value: { ...record.value, name } } as StoredRecord);
      const content = { kind: 'subject', record: record.id, set: { name } };
      const batch = { revisions: [{ content }], audit: [] } as object as never;
      for (const listener of listeners) listener(batch);
    },
  };
}

/** From a save to an answer that knows of it. */
async function updates(
  people: FindPeople,
  { rename }: ReturnType<typeof sourceOf>,
): Promise<Spread> {
  const times: number[] = [];
  for (let nth = 0; nth < UPDATES; nth += 1) {
    rename(nth, `Renamed Person ${nth}`);
    times.push(await timed(() => people.find(`renamed ${nth}`)));
  }
  return spread(times);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

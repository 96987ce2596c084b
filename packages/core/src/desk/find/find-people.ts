/**
 * Find anything: who is meant by a few words of anything on record. The index follows the store; an answer is made from
 * the records as they are at that moment, so that nothing is found that is no longer held.
 */
import type { CodeLists } from '../../codes/code-list.js';
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';
import { type Batch, revisionsOf } from '../../store/log/revision.js';
import { excerptOf } from './excerpt.js';
import { ownersOfRecords } from './owners.js';
import { type Query, readQuery } from './query.js';
import { type FoundText, isFound, isOfIdentity, isShown, recordTexts } from './record-texts.js';
import { type Reached, textIndex } from './text-index.js';
import { type Fit, type Fitting, weighTexts } from './weigh-texts.js';

/** A place that has something that was looked for. */
export interface FoundPlace {
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** Property path, `schools[0].name`. */
  readonly path: string;
  /** Label of the field. */
  readonly label: string;
  /** Words around it; absent where they are read only once the record is open. */
  readonly text?: string;
}

/**
 * `whole`: everything that was looked for is there. `near`: it is, some of it with a typing error, by its sound or with
 * another ending. `part`: some of it is missing; such people come last.
 */
export type HowFound = 'whole' | 'near' | 'part';

/** A person, or a record that is about nobody on record. */
export interface FoundOwner {
  readonly id: RecordId;
  readonly kind: RecordKind;
  /** Name of the person. */
  readonly name?: string;
  readonly how: HowFound;
  /**
   * Present if the names, numbers, addresses and handles of the person have everything that was looked for. Absent if it
   * takes other words on record, such as the name of an officer or a relative.
   */
  readonly byIdentity?: 'whole' | 'near';
  /** Best first; three at most, each in another field. */
  readonly places: readonly FoundPlace[];
}

export interface FindAnswer {
  /** Likeliest first. */
  readonly found: readonly FoundOwner[];
  /** True if there are more. */
  readonly hasMore: boolean;
  /** Present if there are more. */
  readonly fitting?: {
    /** People who fit, given or not. */
    readonly people: number;
    /** True if not everybody was looked at: there may be more still. */
    readonly isLeast: boolean;
  };
}

export interface FindOptions {
  /** Subjects and records that may not be given: closed to the officer. */
  readonly without?: ReadonlySet<RecordId>;
  /** Most people in the answer; twenty by default. */
  readonly most?: number;
}

export interface FindPeople {
  /** Resolves once everything held has been read; so does the first search. */
  ready(): Promise<void>;
  /** Finds whom the words may mean. Any text is a query. */
  find(words: string, options?: FindOptions): Promise<FindAnswer>;
  /** Forgets everything. */
  stop(): void;
}

type Source = Pick<RecordStore, 'get' | 'query' | 'subscribe'>;

export interface FindPeopleOptions {
  readonly lists: CodeLists;
  /** Lets other work run between portions of a long task. It is called often, and may answer at once. */
  readonly pause?: () => Promise<void>;
}

/** Records, or people, processed before other work may run. */
const PORTION = 32;
/** Fewest people whose records are read again for one answer, if so many are reached. */
const LEAST_WEIGHED = 40;
const MOST_FOUND = 20;
const MOST_PLACES = 3;
/** Those who lack more of what was looked for are not offered. */
const LEAST_SHARE = 0.5;
const NOBODY: ReadonlySet<RecordId> = new Set();

const KIND_ORDER = new Map(RECORD_KINDS.map((kind, place) => [kind, place]));

/** By kind and age, however the index came to know them: of two that say the same the earlier one is the place. */
function inTurn(one: StoredRecord, other: StoredRecord): number {
  const byKind = (KIND_ORDER.get(one.kind) ?? 0) - (KIND_ORDER.get(other.kind) ?? 0);
  if (byKind !== 0) return byKind;
  const [first, second] = [one, other].map(({ createdAt, id }) => `${createdAt} ${id}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/** Makes the search, once for each open store. It reads everything at first, and afterwards only what has changed. */
export function findPeople(store: Source, options: FindPeopleOptions): FindPeople {
  const { lists, pause = async () => undefined } = options;
  let index = textIndex();
  let owners = ownersOfRecords();
  const stale = new Map<RecordId, RecordKind>();
  const erased = new Set<RecordId>();
  /** Owners whose texts in the index are not those of their records any longer. */
  const behind = new Set<RecordId>();
  let mustClear = false;
  let isStopped = false;
  let reading: Promise<void> | undefined;
  let refreshing: Promise<void> = Promise.resolve();

  const recordsOf = async (
    owner: RecordId,
    without: ReadonlySet<RecordId> = NOBODY,
  ): Promise<readonly StoredRecord[]> => {
    const found: StoredRecord[] = [];
    for (const id of owners.recordsOf(owner)) {
      const kind = owners.kindOf(id);
      const record = kind && !without.has(id) ? await store.get(kind, id) : undefined;
      if (record) found.push(record);
    }
    return found.toSorted(inTurn);
  };
  const put = (owner: RecordId, records: readonly StoredRecord[]): void => {
    if (isStopped) return;
    const texts = records.toSorted(inTurn).flatMap((record) => recordTexts(record, lists));
    if (texts.length > 0) index.put(owner, texts);
    else index.drop(owner);
  };
  const readAll = async (): Promise<void> => {
    const held = new Map<RecordId, StoredRecord>();
    let nth = 0;
    const paced = async (): Promise<void> => {
      nth += 1;
      if (nth % PORTION === 0) await pause();
    };
    for (const kind of RECORD_KINDS) {
      const records: readonly StoredRecord[] = await store.query(kind);
      await pause();
      for (const record of records) {
        owners.put(record);
        if (isFound(kind)) held.set(record.id, record);
        await paced();
      }
    }
    for (const owner of owners.owners()) {
      if (isStopped) return;
      put(
        owner,
        owners.recordsOf(owner).flatMap((id) => held.get(id) ?? []),
      );
      await paced();
    }
  };
  const refresh = async (): Promise<void> => {
    for (const id of [...erased]) {
      for (const owner of owners.drop(id)) behind.add(owner);
      erased.delete(id);
      mustClear = true;
    }
    for (const [id, kind] of [...stale]) {
      // Taken off before it is read: a change heard meanwhile puts it on again.
      stale.delete(id);
      try {
        const record = await store.get(kind, id);
        for (const owner of record ? owners.put(record) : owners.drop(id)) behind.add(owner);
      } catch (error) {
        stale.set(id, kind);
        throw error;
      }
    }
    let nth = 0;
    for (const owner of [...behind]) {
      put(owner, await recordsOf(owner));
      behind.delete(owner);
      nth += 1;
      if (nth % PORTION === 0) await pause();
    }
    // Not even a word of somebody who was disposed of stays in memory.
    if (!mustClear) return;
    mustClear = false;
    await index.clear();
  };
  const refreshed = (): Promise<void> => {
    refreshing = refreshing.catch(() => undefined).then(refresh);
    return refreshing;
  };
  const hear = (batch: Batch): void => {
    for (const { kind, record } of revisionsOf(batch)) stale.set(record, kind);
    const gone = erasedIn(batch);
    for (const id of gone) erased.add(id);
    // Without waiting for a search, of which there may be none today. A failure is reported with the next one.
    if (gone.length > 0) void reading?.then(refreshed).catch(() => undefined);
  };
  const unhear = store.subscribe(hear);
  const ready = async (): Promise<void> => {
    reading ??= readAll();
    await reading.catch((error: unknown) => {
      reading = undefined;
      index = textIndex();
      owners = ownersOfRecords();
      throw error;
    });
    await refreshed();
  };

  return {
    ready,
    async find(words, { without = NOBODY, most = MOST_FOUND } = {}) {
      const query = readQuery(words);
      if (query.words.length === 0 || isStopped) return { found: [], hasMore: false };
      await ready();
      const reached = index.reach(query, Math.max(LEAST_WEIGHED, most), without);
      const weighed = [];
      let nth = 0;
      for (const owner of reached.owners) {
        nth += 1;
        if (nth % PORTION === 0) await pause();
        const records = await recordsOf(owner, without);
        const subject = records.find(({ id }) => id === owner);
        // The records of somebody who is no longer held name nobody.
        if (!subject) continue;
        const texts = records.flatMap((record) => recordTexts(record, lists));
        const fitting = weighTexts(query, reached, texts);
        if (fitting.share >= LEAST_SHARE && fitting.score > 0)
          weighed.push({ owner: subject, fitting, ...byIdentity(query, reached, texts) });
      }
      weighed.sort(
        (a, b) =>
          Number(b.fitting.isWhole) - Number(a.fitting.isWhole) ||
          // However many others there are, nobody of the name is left out of the answer.
          Number(b.byIdentity === 'whole') - Number(a.byIdentity === 'whole') ||
          b.fitting.score - a.fitting.score ||
          (a.owner.id < b.owner.id ? -1 : 1),
      );
      const isLeast = reached.count > reached.owners.length;
      const hasMore = weighed.length > most || isLeast;
      const people = weighed.filter(({ owner }) => owner.kind === 'subject').length;
      return {
        found: weighed.slice(0, most).map(({ owner, fitting, ...own }) => ({
          id: owner.id,
          kind: owner.kind,
          ...named(owner),
          how: howFound(fitting),
          ...own,
          places: fitting.fits.slice(0, MOST_PLACES).map(placeOf),
        })),
        hasMore,
        ...(hasMore ? { fitting: { people, isLeast } } : {}),
      };
    },
    stop() {
      isStopped = true;
      unhear();
      index = textIndex();
      owners = ownersOfRecords();
      stale.clear();
      erased.clear();
      behind.clear();
    },
  };
}

function howFound({ isWhole, isNear }: Fitting): HowFound {
  if (!isWhole) return 'part';
  return isNear ? 'near' : 'whole';
}

function byIdentity(
  query: Query,
  reached: Reached,
  texts: readonly FoundText[],
): Pick<FoundOwner, 'byIdentity'> {
  const how = howFound(weighTexts(query, reached, texts.filter(isOfIdentity)));
  return how === 'part' ? {} : { byIdentity: how };
}

function named(owner: StoredRecord): { readonly name?: string } {
  return owner.kind === 'subject' ? { name: (owner as StoredRecord<'subject'>).value.name } : {};
}

function placeOf({ text: found, said }: Fit): FoundPlace {
  const { kind, record, path, label, text, sort, isOfSource } = found;
  const place = { kind, record, path, label };
  const isPlain = sort !== 'day' && sort !== 'own-day';
  if (!isShown(kind) || isOfSource) return place;
  return { ...place, text: isPlain ? excerptOf(text, said) : text };
}

/** Every record that the batch, or one within it, disposed of. */
function erasedIn({ audit, received = [] }: Batch): readonly RecordId[] {
  return [
    ...audit.flatMap((entry) => (entry?.content.action === 'erasure' ? entry.content.records : [])),
    ...received.flatMap((entry) => (entry ? erasedIn(entry.content) : [])),
  ];
}

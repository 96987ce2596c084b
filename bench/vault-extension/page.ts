/** The measurements of the bench page; `bench/vault.ts` calls them. Milliseconds throughout. */
import {
  CHAIN_START,
  type HeadRecord,
  makeFinder,
  RECORD_KINDS,
  type RecordId,
  type SubjectRow,
} from '../../packages/core/src/index.ts';
import { WorkingSet } from '../../packages/core/src/store/fold.ts';
import type { Session } from '../../packages/extension/src/keeper/session.ts';
import { type HeadPages, headPages } from '../../packages/extension/src/storage/head/head-pages.ts';
import type { Shelf } from '../../packages/extension/src/storage/shelf.ts';
import { text, utf8 } from '../../packages/extension/src/vault/bytes.ts';
import type { VaultKeys } from '../../packages/extension/src/vault/open-vault.ts';
import { subjectText } from '../../packages/extension/src/views/desk/subject-text.ts';
import type {
  EditTimes,
  FilledTimes,
  LaterTimes,
  OpenTimes,
  PartTimes,
  RawTimes,
  ReadyTimes,
  RecordSizes,
} from './measured.ts';
import { openPlain, type PlainRecord } from './peers.ts';
import { openRaw } from './raw.ts';
import { caseChanges, RECORDS_IN_CASE } from './records.ts';
import { timed } from './timed.ts';
import {
  clearHere,
  keysOf,
  markHere,
  newSeed,
  openHere,
  openShelfHere,
  type Seed,
} from './vault-here.ts';

/** Records in a page of compacted heads, as in the vault, so that the bytes are cut alike. */
const PAGE = 512;

let records: PlainRecord[] = [];
let heads: HeadRecord[] = [];
let encoded: Uint8Array[] = [];
let texts: string[] = [];
let held: Session | undefined;
let searched:
  | { readonly start: number; readonly find: (text: string) => Promise<readonly SubjectRow[]> }
  | undefined;
type Durability = 'default' | 'strict';
let plain: Record<Durability, Awaited<ReturnType<typeof openPlain>>> | undefined;
let ground: { readonly shelf: Shelf; readonly pages: HeadPages } | undefined;

async function openGround(seed: Seed): Promise<void> {
  const keys = await keysOf(seed);
  const shelf = await openShelfHere(keys);
  ground = { shelf, pages: pagesOf(shelf, keys) };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Nothing was made ready');
  return value;
}

function pagesOf(shelf: Shelf, keys: VaultKeys): HeadPages {
  const { database, files, keyring } = shelf;
  return headPages({ database, files, keyring, keys });
}

async function hold(pages: HeadPages): Promise<{ loadMs: number; holdMs: number; count: number }> {
  const { value: found, ms: loadMs } = await timed(() => pages.load());
  if (!found) throw new Error('The pages could not be read');
  const set = new WorkingSet();
  let count = 0;
  const { ms: holdMs } = await timed(async () => {
    for await (const portion of found.records)
      for (const head of portion.records) {
        set.hold(head);
        // Forces a full read: content that is only held is still in the page's bytes.
        count += Math.min(1, head.branches.length);
      }
  });
  return { loadMs, holdMs, count };
}

async function allHeads(seed: Seed): Promise<HeadRecord[]> {
  const keys = await keysOf(seed);
  const shelf = await openShelfHere(keys);
  const found = await pagesOf(shelf, keys).load();
  const all: HeadRecord[] = [];
  if (found) for await (const portion of found.records) all.push(...portion.records.map(whole));
  await shelf.close();
  return all;
}

/** A plain copy, with each member read. */
function whole(head: HeadRecord): HeadRecord {
  const { kind, id, ordinal, createdAt, revisions, batches, subjects, branches } = head;
  return { kind, id, ordinal, createdAt, revisions, batches, subjects, branches };
}

/** Runs work on an open session, then closes it. */
async function within<T>(session: Session, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await session.close();
  }
}

const verbs = {
  newSeed,
  clear: clearHere,

  /** A vault of this many records, committed `perCommit` at a time, then compacted. */
  async fill(
    seed: Seed,
    count: number,
    perCommit: number,
    isCompacted: boolean,
  ): Promise<FilledTimes> {
    await clearHere(seed.kind);
    const keys = await keysOf(seed);
    await markHere(keys);
    const session = await openHere(keys);
    return within(session, async () => {
      let commitsMs = 0;
      for (let from = 0; from < count; from += perCommit) {
        const cases = Array.from({ length: perCommit / RECORDS_IN_CASE }, (_, index) =>
          caseChanges(from / RECORDS_IN_CASE + index),
        );
        const commit = { changes: cases.flat(), reason: 'referral' };
        const { ms } = await timed(() =>
          session.write(crypto.randomUUID(), (store) => store.commit(commit)),
        );
        commitsMs += ms;
      }
      const { ms: compactMs } = isCompacted ? await timed(() => session.upkeep.tidy()) : { ms: 0 };
      return { commitsMs, compactMs };
    });
  },

  /** Takes the vault's records as the data to be written and opened from here on, by the vault and by its peers. */
  async take(seed: Seed): Promise<RecordSizes> {
    heads = await allHeads(seed);
    records = heads.map(
      ({ branches: [branch] }) => ({ ...branch?.value }) as unknown as PlainRecord,
    );
    const bytes = records.map((record) => utf8(JSON.stringify(record)).length);
    bytes.sort((one, two) => one - two);
    return {
      count: records.length,
      medianBytes: bytes[Math.floor(bytes.length / 2)] ?? 0,
      totalBytes: bytes.reduce((sum, each) => sum + each, 0),
    };
  },

  /** Prepares one round of writing with everything empty. */
  async emptied(seed: Seed): Promise<void> {
    plain = { default: await openPlain('default'), strict: await openPlain('strict') };
    for (const { records: table } of Object.values(plain)) await table.clear();
    await clearHere(seed.kind);
    await openGround(seed);
  },
  async bulkPut(durability: Durability): Promise<number> {
    const table = there(plain)[durability].records;
    return (await timed(() => table.bulkPut(records))).ms;
  },
  async writeSealed(): Promise<number> {
    const { pages } = there(ground);
    const { ms } = await timed(() =>
      pages.save({
        from: CHAIN_START,
        end: { seq: 1, head: CHAIN_START.head },
        disposed: [],
        changed: heads,
        removed: [],
      }),
    );
    return ms;
  },

  /** Prepares one round of opening: everything open but nothing read. */
  async closed(seed: Seed): Promise<void> {
    plain = { default: await openPlain('default'), strict: await openPlain('strict') };
    await openGround(seed);
  },
  async toArray(): Promise<number> {
    const table = there(plain).default.records;
    return (await timed(() => table.toArray())).ms;
  },
  async openSealed(): Promise<OpenTimes> {
    const { loadMs, holdMs, count } = await hold(there(ground).pages);
    if (count !== records.length) throw new Error(`Of ${records.length} records ${count} came`);
    return { loadMs, holdMs };
  },
  /** Closes everything after a round of either kind. */
  async letGo(): Promise<void> {
    for (const each of Object.values(plain ?? {})) each.close();
    await ground?.shelf.close();
    [plain, ground] = [undefined, undefined];
  },

  /** Edits one record, next to one raw put and one raw append of as many bytes; the first round warms up. */
  async edit(seed: Seed, rounds: number): Promise<EditTimes[]> {
    const session = await openHere(await keysOf(seed));
    const raw = await openRaw();
    const times: EditTimes[] = [];
    await within(session, async () => {
      const [first] = await session.store.query('referral', { status: 'accepted' });
      if (!first) throw new Error('No referral stands');
      let [parents, bytes] = [first.heads, 4096];
      for (let round = 0; round <= rounds; round += 1) {
        const narrative = `${first.value.narrative} Edit ${round}.`;
        const both = await raw.write(round, bytes);
        const edit = await timed(() =>
          session.write(crypto.randomUUID(), (store) =>
            store.commit({
              changes: [{ kind: 'referral', record: first.id, parents, set: { narrative } }],
              reason: 'case-work',
            }),
          ),
        );
        parents = edit.value.revisions;
        const row = await session.shelf.database.batches.get(edit.value.seq);
        bytes = row?.sealed.length ?? bytes;
        times.push({ ...both, editMs: edit.ms, sealedBytes: bytes });
      }
    });
    await raw.close();
    return times.slice(1);
  },

  /** One raw put and one raw append of so many bytes, repeated; the first round warms up. */
  async raw(bytes: number, rounds: number): Promise<RawTimes[]> {
    const raw = await openRaw();
    const times: RawTimes[] = [];
    for (let round = 0; round <= rounds; round += 1) times.push(await raw.write(round, bytes));
    await raw.close();
    return times.slice(1);
  },

  /** From the key to open cases, and to a search over every subject; the vault stays open. */
  async ready(seed: Seed): Promise<ReadyTimes> {
    const keys = await keysOf(seed);
    const start = performance.now();
    const session = await openHere(keys);
    held = session;
    const sessionMs = performance.now() - start;
    const referrals = await session.store.query('referral');
    const open = referrals.filter(({ value: { status } }) => status !== 'closed');
    const subjects = await Promise.all(
      open.map(({ value }) => session.store.get('subject', value.subjectId)),
    );
    const usableMs = performance.now() - start;
    // Waits until any record of every kind can be read; asked for as a page does, which waits for the answer.
    const { store, hurried } = session;
    await hurried(() =>
      Promise.all(RECORD_KINDS.map((kind) => store.get(kind, seed.officer as RecordId))),
    );
    const finder = makeFinder<SubjectRow>();
    // The search of the list of subjects, run at each typed letter.
    const find = async (text: string): Promise<readonly SubjectRow[]> =>
      finder(
        (await hurried(() => session.lists.rows('subjects'))).rows,
        { text, facets: {} },
        { fields: {}, text: subjectText },
      );
    const found = await find('Vael 8');
    const searchableMs = performance.now() - start;
    searched = { start, find };
    return {
      sessionMs,
      usableMs,
      searchableMs,
      openCount: subjects.length,
      foundCount: found.length,
    };
  },
  /** Times of the session that is open since `ready`: until a save need not wait, and of a later search. */
  async afterwards(): Promise<LaterTimes> {
    const { start, find } = there(searched);
    await there(held).whole;
    const wholeMs = performance.now() - start;
    const { ms: searchMs } = await timed(() => find('brandt 9'));
    return { wholeMs, searchMs };
  },
  async openSession(seed: Seed): Promise<number> {
    const keys = await keysOf(seed);
    const { value: session, ms } = await timed(() => openHere(keys));
    held = session;
    return ms;
  },
  async leave(): Promise<void> {
    await held?.close();
    [held, searched] = [undefined, undefined];
  },
  /** The parts of an opening, one after the other. */
  async parts(seed: Seed): Promise<PartTimes> {
    const keys = await keysOf(seed);
    const { value: shelf, ms: shelfMs } = await timed(() => openShelfHere(keys));
    const { loadMs, holdMs } = await hold(pagesOf(shelf, keys));
    await shelf.close();
    return { shelfMs, loadMs, holdMs };
  },
  /** Prepares the bytes that an opening parses, cut alike. @returns their number */
  async encode(seed: Seed): Promise<number> {
    const all = await allHeads(seed);
    encoded = [];
    for (let from = 0; from < all.length; from += PAGE)
      encoded.push(utf8(JSON.stringify(all.slice(from, from + PAGE))));
    texts = encoded.map(text);
    return encoded.reduce((sum, page) => sum + page.length, 0);
  },
  /** From these bytes to records, without our code: decoded, and `JSON.parse`. */
  async read(): Promise<number> {
    return (await timed(() => encoded.map((page) => JSON.parse(text(page)) as unknown))).ms;
  },
  /** `JSON.parse` alone, of texts in memory. */
  async parse(): Promise<number> {
    return (await timed(() => texts.map((page) => JSON.parse(page) as unknown))).ms;
  },
};
export type BenchVault = typeof verbs;

declare global {
  var benchVault: BenchVault;
}

globalThis.benchVault = verbs;

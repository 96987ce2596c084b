/** Looks for words in the memory of every page and worker of the extension, by heap snapshots of the browser's own. */
import type { CDPSession } from 'puppeteer-core';
import type { OfficerBrowser } from './browser.ts';

/** V8 cuts strings in a snapshot at a thousand characters; a record may be longer. For `launchOfficer`. */
export const WHOLE_STRINGS = '--js-flags=--heap-snapshot-string-limit=16777216';

export interface HeapHit {
  /** Address of the page or worker within the extension. */
  readonly page: string;
  readonly word: string;
  /** The characters around it. */
  readonly near: string;
  /** The objects that refer to it, from the string outwards: as far as the first few edges. */
  readonly held: string;
}

export interface HuntedHeap {
  /** Every searched heap. */
  readonly pages: readonly string[];
  readonly hits: readonly HeapHit[];
}

/** Each word in each heap, after the garbage was collected. */
export async function huntHeaps(
  officer: OfficerBrowser,
  words: readonly string[],
): Promise<HuntedHeap> {
  const origin = `chrome-extension://${officer.extensionId}/`;
  const pages: string[] = [];
  const hits: HeapHit[] = [];
  const hunt = async (session: CDPSession, page: string): Promise<void> => {
    const snapshot = await snapshotOf(session).catch((error: unknown) => {
      if (session.detached) return undefined;
      throw error;
    });
    if (!snapshot) return;
    pages.push(page);
    hits.push(...findIn(snapshot, words).map((hit) => ({ page, ...hit })));
  };
  // All of them before the first is searched: a search takes seconds, in which another page or worker may end. One that
  // ended is left out, and has no memory left to search.
  for (const { session, page } of await attachAll(officer, origin)) {
    const workers: CDPSession[] = [];
    session.on('sessionattached', (worker) => workers.push(worker));
    await session
      .send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: false,
        flatten: true,
      })
      .catch(() => undefined);
    await hunt(session, page);
    for (const [index, worker] of workers.entries()) await hunt(worker, `${page} worker ${index}`);
    if (!session.detached) await session.detach();
  }
  return { pages, hits };
}

interface Attached {
  readonly session: CDPSession;
  readonly page: string;
}

/** Attaches to every page and worker there is. One that has ended meanwhile has no memory left to search. */
async function attachAll(
  { browser }: OfficerBrowser,
  origin: string,
): Promise<readonly Attached[]> {
  const attached = await Promise.all(
    browser
      .targets()
      .filter((target) => target.url().startsWith(origin))
      .map(async (target): Promise<Attached | undefined> => {
        const session = await target.createCDPSession().catch((error: unknown) => {
          if (/No target with given id/.test(String(error))) return undefined;
          throw error;
        });
        return session && { session, page: target.url().slice(origin.length) };
      }),
  );
  return attached.filter((each) => each !== undefined);
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

async function snapshotOf(session: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.enable');
  // Twice: the second run frees the objects that the first finalises.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.send('HeapProfiler.disable');
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  return JSON.parse(chunks.join(''));
}

/** Every string of the snapshot with a word in it: names, whole strings, and the parts of longer ones. */
function findIn(snapshot: Snapshot, words: readonly string[]): readonly Omit<HeapHit, 'page'>[] {
  const wanted = words.map((word) => ({ word, lower: word.toLowerCase() }));
  const shortest = Math.min(...words.map(({ length }) => length));
  const hits: Omit<HeapHit, 'page'>[] = [];
  for (const [index, text] of snapshot.strings.entries()) {
    if (text.length < shortest) continue;
    const lower = text.toLowerCase();
    for (const { word, lower: sought } of wanted) {
      const at = lower.indexOf(sought);
      if (at < 0) continue;
      const near = text.slice(Math.max(0, at - 40), at + 80).replace(/\s+/g, ' ');
      hits.push({ word, near, held: hits.length < 20 ? holderOf(snapshot, index) : '' });
    }
  }
  return hits;
}

const STEPS = 12;

/** The holder of a string, in words: for finding the cause of a leak. */
function holderOf(snapshot: Snapshot, name: number): string {
  const {
    node_fields: nodeFields,
    edge_fields: edgeFields,
    node_types,
    edge_types,
  } = snapshot.snapshot.meta;
  const { nodes, edges, strings } = snapshot;
  const [width, edgeWidth] = [nodeFields.length, edgeFields.length];
  const at = (field: string): number => nodeFields.indexOf(field);
  const [typeAt, nameAt, countAt] = [at('type'), at('name'), at('edge_count')];
  const edgeAt = (field: string): number => edgeFields.indexOf(field);
  const [toAt, edgeTypeAt, edgeNameAt] = [
    edgeAt('to_node'),
    edgeAt('type'),
    edgeAt('name_or_index'),
  ];
  const parents = new Map<number, { from: number; by: string }>();
  let edge = 0;
  for (let node = 0; node < nodes.length; node += width)
    for (let left = nodes[node + countAt] ?? 0; left > 0; left -= 1, edge += edgeWidth) {
      const to = edges[edge + toAt] ?? 0;
      const kind = edge_types[0][edges[edge + edgeTypeAt] ?? 0] ?? '';
      const label = edges[edge + edgeNameAt] ?? 0;
      if (kind === 'weak' || parents.has(to) || to === node) continue;
      parents.set(to, { from: node, by: kind === 'element' ? `[${label}]` : `.${strings[label]}` });
    }
  for (let node = 0; node < nodes.length; node += width) {
    if (nodes[node + nameAt] !== name) continue;
    const path: string[] = [];
    let here: number = node;
    for (let step = 0; step < STEPS; step += 1) {
      const parent = parents.get(here);
      if (!parent) break;
      const kind = node_types[0][nodes[parent.from + typeAt] ?? 0] ?? '';
      const called = (strings[nodes[parent.from + nameAt] ?? 0] ?? '').slice(0, 60);
      path.push(`${parent.by} of ${kind} ${called}`);
      here = parent.from;
    }
    return path.join(' < ');
  }
  return 'a name, held by no object';
}

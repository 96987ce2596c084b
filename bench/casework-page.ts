/**
 * The actions and timings inside the workspace's page. The keeper is asked over its own channel, as the page's code
 * asks it.
 */
import type { Page } from 'puppeteer-core';

export interface SaveTimes {
  readonly ms: number;
  /** Bytes of the change, as JSON. */
  readonly bytes: number;
}

export interface Limits {
  /** One strict put each of as many bytes as a save has. */
  readonly putMs: readonly number[];
  /** Bytes of every record, as JSON. */
  readonly bytes: number;
  readonly parseAllMs: number;
  readonly parseRowsMs: number;
}

type Ask = (verb: string, ...args: readonly unknown[]) => Promise<unknown>;

declare global {
  var benchAsk: Ask | undefined;
}

/** Puts a function that asks the keeper into the page. */
async function withAsk(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (globalThis.benchAsk) return;
    const channel = new BroadcastChannel('cp-keeper');
    const client = crypto.randomUUID();
    const waiting = new Map<string, (data: Record<string, unknown>) => void>();
    // Listens only while an answer is pending: every listener deserialises each whole message, including the rows of a
    // list.
    const hear = ({ data }: MessageEvent): void => {
      if (data.to !== 'client' || data.name === 'taken') return;
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
      if (waiting.size === 0) channel.removeEventListener('message', hear);
    };
    globalThis.benchAsk = (verb, ...args) =>
      new Promise((resolve, reject) => {
        const id = crypto.randomUUID();
        waiting.set(id, (data) =>
          data.name === 'done' ? resolve(data.value) : reject(new Error(String(data.message))),
        );
        channel.addEventListener('message', hear);
        channel.postMessage({ to: 'keeper', client, id, verb, args });
      });
  });
}

/**
 * Cases of a subject, a referral and twenty interventions, a hundred cases per commit; and an enquiry for every tenth.
 */
export async function fillCases(page: Page, count: number): Promise<void> {
  await withAsk(page);
  for (let from = 0; from < count; from += 100)
    await page.evaluate(
      async (first, last) => {
        const forenames = ['Rowan', 'Marisol', 'Ottilie', 'Idris', 'Tamsin', 'Corin', 'Nerys'];
        const surnames = ['Vael', 'Ashdown', 'Brandt', 'Thackeray', 'Okonjo', 'Lisle'];
        const note =
          'He said that he had seen it done in a video and had not thought of it as a crime. His mother was there throughout, asked what the law says, and wants to know what he may do with his skills. '.repeat(
            4,
          );
        const makes = (kind: string, value: Record<string, unknown>) => {
          const record = crypto.randomUUID();
          return { kind, record, parents: [], set: { id: record, ...value } };
        };
        const changes: ReturnType<typeof makes>[] = [];
        for (let nth = first; nth < last; nth += 1) {
          const subject = makes('subject', {
            name: `${forenames[nth % 7]} ${surnames[nth % 6]} ${nth}`,
            aliases: [`handle_${nth}`],
            addresses: [],
            schools: [],
            phones: [],
            emails: [],
            categories: [],
          });
          const subjectId = subject.record;
          if (nth % 10 === 0)
            changes.push(
              makes('enquiry', {
                riskNow: 'not-known',
                receivedOn: `2026-0${1 + (nth % 9)}-0${1 + (nth % 7)}`,
                route: 'school',
                reference: `ENQ-TEST-${nth}`,
                asked: note,
                repliedOn: `2026-0${1 + (nth % 9)}-1${nth % 7}`,
              }),
            );
          changes.push(
            subject,
            makes('referral', {
              subjectId,
              reference: `NCCU-TEST-${nth}`,
              otherReferences: [],
              receivedOn: `2026-0${1 + (nth % 9)}-1${nth % 10}`,
              status: nth % 8 === 0 ? 'accepted' : 'closed',
              suspectedOffences: [],
              lawMentioned: [],
              incidentDates: [],
              narrative: note,
              narrativeStatement: 'reported',
              marking: 'OFFICIAL-SENSITIVE',
              purpose: 'prevention',
              lawfulBasis: 'part3-task',
              necessity: 'assess-referral',
            }),
          );
          for (let each = 0; each < 20; each += 1)
            changes.push(
              makes('intervention', {
                subjectId,
                kind: 'home-visit',
                mode: 'in-person',
                heldOn: `2026-0${1 + (each % 9)}-2${nth % 9}`,
                minutes: 45,
                outcome: 'engaged',
                note: `${each}: ${note}`,
                // Every other case has a follow-up due.
                ...(each === 8 && nth % 2 === 0
                  ? { followUpDueOn: `2026-1${1 + (nth % 4) / 2}-1${nth % 9}` }
                  : {}),
              }),
            );
        }
        await globalThis.benchAsk?.('commit', crypto.randomUUID(), { changes, reason: 'referral' });
      },
      from,
      Math.min(count, from + 100),
    );
}

/** Saves one intervention at a time, each until it is kept. */
export async function keepOneEach(page: Page, saves: number): Promise<SaveTimes[]> {
  await withAsk(page);
  return page.evaluate(async (count) => {
    const ask = globalThis.benchAsk;
    const times: SaveTimes[] = [];
    const subjectId = crypto.randomUUID();
    for (let nth = 0; nth < count; nth += 1) {
      const record = crypto.randomUUID();
      const set = {
        id: record,
        subjectId,
        kind: 'home-visit',
        mode: 'in-person',
        heldOn: '2026-11-02',
        minutes: 45,
        outcome: 'engaged',
        note: 'We talked through the Computer Misuse Act and where the line stands. '.repeat(15),
      };
      const commit = {
        changes: [{ kind: 'intervention', record, parents: [], set }],
        reason: 'case-work',
      };
      const start = performance.now();
      await ask?.('commit', crypto.randomUUID(), commit);
      times.push({ ms: performance.now() - start, bytes: JSON.stringify(commit).length });
    }
    return times.slice(5);
  }, saves + 5);
}

/** Round trip of a question that costs the keeper nothing, from the page: the part of every save that is transport. */
export async function asksNothing(page: Page, rounds: number): Promise<number[]> {
  await withAsk(page);
  return page.evaluate(async (count) => {
    const times: number[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      const start = performance.now();
      await globalThis.benchAsk?.('query', 'promise', { id: crypto.randomUUID() });
      times.push(performance.now() - start);
    }
    return times;
  }, rounds);
}

/**
 * After one more save each time: from the request for the due entries, up to a week from now, to the answer in the
 * page.
 */
export async function todayAgain(page: Page, rounds: number): Promise<number[]> {
  await withAsk(page);
  return page.evaluate(async (count) => {
    const ask = globalThis.benchAsk;
    const week = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    const held = (await ask?.('query', 'subject', {})) ?? [];
    const [subject] = held as readonly { readonly id: string }[];
    const times: number[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      const record = crypto.randomUUID();
      const set = {
        id: record,
        subjectId: subject?.id,
        kind: 'feedback',
        to: 'referrer',
        madeOn: '2026-11-02',
        dueOn: '2026-11-20',
        words: 'To say what became of it.',
      };
      await ask?.('commit', crypto.randomUUID(), {
        changes: [{ kind: 'promise', record, parents: [], set }],
        reason: 'case-work',
      });
      const start = performance.now();
      await ask?.('diary', week);
      times.push(performance.now() - start);
    }
    return times;
  }, rounds);
}

/** The machine's own time for the same bytes, in the same page. */
export async function limitsOf(page: Page, bytes: number, puts: number): Promise<Limits> {
  await withAsk(page);
  return page.evaluate(
    async (size, count) => {
      const ask = globalThis.benchAsk;
      const putMs: number[] = [];
      const open = indexedDB.open('bench-raw', 1);
      open.onupgradeneeded = () => void open.result.createObjectStore('raw');
      await new Promise<void>((resolve, reject) => {
        open.onsuccess = () => resolve();
        open.onerror = () => reject(open.error);
      });
      for (let nth = 0; nth < count; nth += 1) {
        const start = performance.now();
        await new Promise<void>((resolve, reject) => {
          const change = open.result.transaction('raw', 'readwrite', { durability: 'strict' });
          change.objectStore('raw').put(new Uint8Array(size), nth);
          change.oncomplete = () => resolve();
          change.onerror = () => reject(change.error);
        });
        putMs.push(performance.now() - start);
      }
      open.result.close();
      indexedDB.deleteDatabase('bench-raw');
      const parsed = (text: string): number => {
        const start = performance.now();
        JSON.parse(text);
        return performance.now() - start;
      };
      let [total, parseAllMs] = [0, 0];
      for (const kind of ['subject', 'referral', 'intervention']) {
        const text = JSON.stringify(await ask?.('query', kind, {}));
        total += text.length;
        parseAllMs += parsed(text);
      }
      const parseRowsMs = parsed(JSON.stringify(await ask?.('rows', 'subjects', undefined)));
      return { putMs, bytes: total, parseAllMs, parseRowsMs };
    },
    bytes,
    puts,
  );
}

/** From the key passed to the keeper, to the heading of the first screen and the content under it. */
export async function keyToFirstScreen(
  page: Page,
  recoveryKey: string,
): Promise<{ readonly ms: number; readonly heading: string }> {
  await withAsk(page);
  return page.evaluate(async (key) => {
    const start = performance.now();
    void globalThis.benchAsk?.('unlock', 'practice', { recoveryKey: key });
    for (;;) {
      const heading = document.querySelector<HTMLElement>('main h1')?.innerText ?? '';
      const isThere =
        heading !== '' &&
        document.querySelector('.cp-shell__nav') !== null &&
        !/Loading|Looking through/.test(document.querySelector('main')?.innerText ?? 'Loading');
      if (isThere) return { ms: performance.now() - start, heading };
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, recoveryKey);
}

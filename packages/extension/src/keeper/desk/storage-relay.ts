/**
 * `storage.local` for the keeper. An offscreen document may use no browser interface but messages, so the service
 * worker reads and writes for it: a short list of keys, for that one page only, and nothing about a person in clear.
 * The managed policy is read in the same way.
 */
import * as v from 'valibot';
import type { StorageArea } from '../../vault/area.js';

const TYPE = 'keeper/storage';
const Key = v.pipe(
  v.string(),
  v.regex(/^cp-(tries|aside-(practice|live)|(vault|mark)-(practice|live)(-[1-9]\d{0,3})?)$/),
);

const Ask = v.variant('op', [
  v.strictObject({ type: v.literal(TYPE), op: v.literal('get'), key: Key }),
  v.strictObject({ type: v.literal(TYPE), op: v.literal('set'), key: Key, value: v.unknown() }),
  v.strictObject({ type: v.literal(TYPE), op: v.literal('remove'), key: Key }),
  v.strictObject({ type: v.literal(TYPE), op: v.literal('managed') }),
]);
type Ask = v.InferOutput<typeof Ask>;

const Reply = v.strictObject({ isDone: v.boolean(), value: v.optional(v.unknown()) });
type Reply = v.InferOutput<typeof Reply>;

/** The sender of a message, according to the browser. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

const TRIES = 3;

/** Sends to the service worker. */
type Send = (ask: unknown) => Promise<unknown>;

/**
 * The keeper's end. A service worker that is just starting may miss the first try.
 *
 * @param pauseMs - milliseconds between tries
 */
export function relayedArea(send: Send, pauseMs = 150): StorageArea {
  const ask = asker(send, pauseMs);
  return {
    get: (key) => ask({ type: TYPE, op: 'get', key }),
    set: async (key, value) => void (await ask({ type: TYPE, op: 'set', key, value })),
    remove: async (key) => void (await ask({ type: TYPE, op: 'remove', key })),
  };
}

/** The keeper's end for the managed policy. */
export function relayedManaged(send: Send, pauseMs = 150): () => Promise<unknown> {
  return () => asker(send, pauseMs)({ type: TYPE, op: 'managed' });
}

function asker(send: Send, pauseMs: number): (message: Ask) => Promise<unknown> {
  return async (message) => {
    for (let tried = 1; tried <= TRIES; tried += 1) {
      const reply = v.safeParse(Reply, await send(message).catch(() => undefined));
      if (reply.success && reply.output.isDone) return reply.output.value;
      if (tried < TRIES) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    throw new TypeError('The storage of the browser could not be used');
  };
}

/**
 * The service worker's end.
 *
 * @param keeper - our own id and the address of the keeper's page: no other page is served
 * @returns the reply, or undefined when the message is not for us or not from there
 */
export function answerRelay(
  message: unknown,
  sender: Sender,
  keeper: { readonly id: string; readonly url: string },
  area: StorageArea,
  managed: () => Promise<unknown>,
): Promise<Reply> | undefined {
  const ask = v.safeParse(Ask, message);
  if (!ask.success || sender.id !== keeper.id || sender.url !== keeper.url) return undefined;
  return carryOut(ask.output, area, managed).catch(() => ({ isDone: false }));
}

async function carryOut(
  ask: Ask,
  area: StorageArea,
  managed: () => Promise<unknown>,
): Promise<Reply> {
  if (ask.op === 'managed') return { isDone: true, value: await managed() };
  if (ask.op === 'get') return { isDone: true, value: await area.get(ask.key) };
  if (ask.op === 'set') await area.set(ask.key, ask.value);
  else await area.remove(ask.key);
  return { isDone: true };
}

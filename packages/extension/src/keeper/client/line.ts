/**
 * A page's line to the keeper: sends a request, and sends it again when the keeper has gone, so that every request gets
 * an answer.
 */
import { type Issue, PREVENT_ERROR_CODES, PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import { type ArgsOf, type ReplyOf, VERBS, type Verb } from '../../ports/verbs/verbs.js';
import { Answer, News, type Request } from '../desk/messages.js';
import { tellAll } from '../tell.js';

export interface LineOptions {
  readonly channel: BroadcastChannel;
  /** Ensures that there is a keeper, or that one is starting. May be called at any time, and often. */
  readonly ensureKeeper: () => Promise<void>;
  readonly timing?: Partial<LineTiming>;
}

/** Milliseconds. */
export interface LineTiming {
  /** Silence after which a keeper that has not said *taken* counts as gone. */
  readonly silenceMs: number;
  /** Interval between repetitions of a request that was taken but not answered. */
  readonly askAgainMs: number;
  /** Time after which a request is abandoned. */
  readonly giveUpMs: number;
}

const TIMING: LineTiming = { silenceMs: 1000, askAgainMs: 3000, giveUpMs: 60_000 };

export interface Line {
  readonly client: string;
  /** @throws {PreventError} as the keeper did; `CP_STORE_CLOSED` when no keeper answers or the line is closed */
  ask<V extends Verb>(verb: V, args: ArgsOf<V>): Promise<ReplyOf<V>>;
  subscribe(listener: (news: News) => void): () => void;
  close(): void;
}

interface Pending {
  readonly request: Request;
  readonly startedAt: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: PreventError) => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export function openLine({ channel, ensureKeeper, timing }: LineOptions): Line {
  const { silenceMs, askAgainMs, giveUpMs } = { ...TIMING, ...timing };
  const client = crypto.randomUUID();
  const pending = new Map<string, Pending>();
  const listeners = new Set<(news: News) => void>();
  let keeper: string | undefined;
  let isClosed = false;

  const settle = (id: string): Pending | undefined => {
    const one = pending.get(id);
    clearTimeout(one?.timer);
    pending.delete(id);
    return one;
  };
  const again = (one: Pending, afterMs: number): void => {
    clearTimeout(one.timer);
    one.timer = setTimeout(() => {
      if (performance.now() - one.startedAt > giveUpMs) {
        settle(one.request.id)?.reject(noAnswer());
        return;
      }
      send(one);
      ensureKeeper().catch((cause) => settle(one.request.id)?.reject(noAnswer(cause)));
    }, afterMs);
  };
  const send = (one: Pending): void => {
    if (!pending.has(one.request.id)) return;
    channel.postMessage(one.request);
    again(one, silenceMs);
  };
  /**
   * At the first message of another keeper, repeats the requests that the last one left unanswered. The new keeper says
   * *locked* itself.
   */
  const meet = (next: string): void => {
    if (keeper === next) return;
    const isFirst = keeper === undefined;
    keeper = next;
    if (!isFirst) for (const one of [...pending.values()]) send(one);
  };

  channel.onmessage = ({ data }: MessageEvent) => {
    const news = v.safeParse(News, data);
    if (news.success) {
      meet(news.output.keeper);
      tellAll(listeners, news.output);
      return;
    }
    const answer = v.safeParse(Answer, data);
    if (!answer.success || answer.output.client !== client) return;
    const { id, keeper: from, ...said } = answer.output;
    meet(from);
    const one = pending.get(id);
    if (one === undefined) return;
    if (said.name === 'taken') again(one, askAgainMs);
    else if (said.name === 'done') settle(id)?.resolve(said.value);
    else settle(id)?.reject(asError(said.code, said.message, said.issues));
  };

  return {
    client,
    async ask(verb, args) {
      if (isClosed) throw new PreventError('CP_STORE_CLOSED', 'This page was closed.');
      const reply = await new Promise<unknown>((resolve, reject) => {
        const request: Request = {
          to: 'keeper',
          client,
          id: crypto.randomUUID(),
          verb,
          args: [...args],
        };
        const one: Pending = {
          request,
          startedAt: performance.now(),
          resolve,
          reject,
          timer: undefined,
        };
        pending.set(request.id, one);
        try {
          send(one);
        } catch (cause) {
          settle(request.id)?.reject(notPlain(cause));
        }
      });
      return parseReply(verb, reply);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      for (const id of [...pending.keys()]) settle(id)?.reject(noAnswer());
      listeners.clear();
      channel.close();
    },
  };
}

/** @throws {v.ValiError} when the row of the verb does not allow the reply */
export function parseReply<V extends Verb>(verb: V, reply: unknown): ReplyOf<V> {
  return v.parse<(typeof VERBS)[V]['reply']>(VERBS[verb].reply, reply);
}

function asError(code: string, message: string, issues: readonly Issue[]): PreventError {
  const known = PREVENT_ERROR_CODES.find((one) => one === code);
  return new PreventError(
    known ?? 'CP_STORE_CLOSED',
    message,
    issues.length > 0 ? { cause: issues } : undefined,
  );
}

function notPlain(cause: unknown): PreventError {
  return new PreventError('CP_RECORD_INVALID', 'Only plain data can be kept.', { cause });
}

function noAnswer(cause?: unknown): PreventError {
  return new PreventError(
    'CP_STORE_CLOSED',
    'The part of the toolkit that keeps the records did not answer. What you typed is still here: close other pages of the toolkit, then try again.',
    { cause },
  );
}

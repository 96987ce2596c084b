/** The keeper's side of the channel: receives requests, sends answers and news. */
import { PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import { type Answer, IssueShape, type News, Request } from './desk/messages.js';
import type { VerbHandlers } from './verb-handlers.js';
import { isVerb, VERBS, type Verb } from './verbs.js';

export interface Counter {
  tell(news: NewsOf<News>): void;
  close(): void;
}

type NewsOf<N> = N extends News ? Omit<N, 'to' | 'keeper'> : never;
type AnswerOf<A> = A extends Answer ? Omit<A, 'to' | 'keeper' | 'client' | 'id'> : never;

/** Number of answered requests remembered, since a page that is unsure may repeat one. */
const REMEMBERED = 2000;

export function openCounter(
  channel: BroadcastChannel,
  keeper: string,
  handlers: VerbHandlers,
): Counter {
  let isClosed = false;
  const inHand = new Set<string>();
  const answered = new Set<string>();

  /** A save in progress when this page closed is finished, but nobody is informed. */
  const send = (message: object): void => {
    if (!isClosed) channel.postMessage(message);
  };
  const run = async <V extends Verb>(verb: V, args: unknown, client: string): Promise<unknown> =>
    handlers[verb](v.parse<(typeof VERBS)[V]['args']>(VERBS[verb].args, args), client);

  const serve = async ({ client, id, verb, args }: Request): Promise<void> => {
    const post = (answer: AnswerOf<Answer>): void =>
      send({ to: 'client', client, id, keeper, ...answer });
    if (answered.has(id)) return;
    post({ name: 'taken' });
    if (inHand.has(id)) return;
    inHand.add(id);
    try {
      if (!isVerb(verb)) throw notUnderstood();
      post({ name: 'done', value: await run(verb, args, client) });
    } catch (error) {
      const { code, message, cause } = crossing(error);
      const issues = v.safeParse(v.array(IssueShape), cause);
      post({ name: 'failed', code, message, issues: issues.success ? issues.output : [] });
    }
    inHand.delete(id);
    answered.add(id);
    const [oldest] = answered;
    if (answered.size > REMEMBERED && oldest !== undefined) answered.delete(oldest);
  };

  channel.onmessage = ({ data }: MessageEvent) => {
    const request = v.safeParse(Request, data);
    if (request.success) void serve(request.output);
  };
  return {
    tell: (news) => send({ to: 'all', keeper, ...news }),
    close() {
      isClosed = true;
      channel.close();
    },
  };
}

function notUnderstood(): PreventError {
  return new PreventError(
    'CP_RECORD_INVALID',
    'The keeper of the records did not understand this.',
  );
}

/**
 * An error in a form that may cross: ours unchanged; any other by its name alone, since its message may quote a record.
 */
function crossing(error: unknown): PreventError {
  if (error instanceof PreventError) return error;
  if (error instanceof v.ValiError) return notUnderstood();
  const name = error instanceof Error ? error.name : 'unknown';
  return new PreventError(
    'CP_STORE_CLOSED',
    `The records could not be worked with just now (${name}). Lock, unlock and try again.`,
  );
}

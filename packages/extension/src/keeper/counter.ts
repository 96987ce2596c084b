/** The keeper's side of the channel: receives requests, sends answers and news. */
import * as v from 'valibot';
import { IssueShape } from '../ports/verbs/shapes.js';
import { type AnswerRequest, crossingError } from './answer-request.js';
import { type Answer, type News, Request } from './desk/messages.js';

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
  answerRequest: AnswerRequest,
): Counter {
  let isClosed = false;
  const inHand = new Set<string>();
  const answered = new Set<string>();

  /** A save in progress when this page closed is finished, but nobody is informed. */
  const send = (message: object): void => {
    if (!isClosed) channel.postMessage(message);
  };
  const serve = async ({ client, id, verb, args }: Request): Promise<void> => {
    const post = (answer: AnswerOf<Answer>): void =>
      send({ to: 'client', client, id, keeper, ...answer });
    if (answered.has(id)) return;
    post({ name: 'taken' });
    if (inHand.has(id)) return;
    inHand.add(id);
    try {
      post({ name: 'done', value: await answerRequest(verb, args, client) });
    } catch (error) {
      const { code, message, cause } = crossingError(error);
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

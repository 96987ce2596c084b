/**
 * A page's line to handlers in the same page, for tests of views: what is asked and answered is copied and checked by
 * its row as on the channel, and answered by the keeper's own handlers.
 */
import type { Host, RecordStore } from '@cyber-prevent/core';
import { answerWith, crossingError } from '../keeper/answer-request.js';
import { type Line, parseReply } from '../keeper/client/line.js';
import { type AnsweringSession, sessionHandlers } from '../keeper/session-handlers.js';
import type { Verb } from '../ports/verbs/verbs.js';

export interface MemoryLine extends Pick<Line, 'ask' | 'subscribe'> {
  /** Makes the next request of the verb fail, before any handler sees it. */
  failNext(verb: Verb, error: Error): void;
  /** Holds the next request of the verb back. @returns a function that lets it through */
  holdNext(verb: Verb): () => void;
}

export function memoryLine({
  host: { clock },
  store,
  session,
}: {
  readonly host: Pick<Host, 'clock'>;
  readonly store: Pick<RecordStore, 'subscribe'>;
  /** Gives the open session; undefined while locked. */
  readonly session: () => AnsweringSession | undefined;
}): MemoryLine {
  const [client, keeper] = [crypto.randomUUID(), crypto.randomUUID()];
  const answer = answerWith(sessionHandlers({ clock, session, onWork: () => undefined }));
  const failures = new Map<Verb, Error>();
  const held = new Map<Verb, Promise<void>>();
  return {
    async ask(verb, args) {
      const failure = failures.get(verb);
      failures.delete(verb);
      if (failure) throw failure;
      const until = held.get(verb);
      held.delete(verb);
      await until;
      const reply = await answer(verb, structuredClone(args), client).catch((error: unknown) => {
        throw crossingError(error);
      });
      return parseReply(verb, structuredClone(reply));
    },
    subscribe: (listener) =>
      store.subscribe((batch) => listener({ to: 'all', keeper, name: 'batch', batch })),
    failNext(verb, error) {
      failures.set(verb, error);
    },
    holdNext(verb) {
      let release = (): void => undefined;
      held.set(
        verb,
        new Promise<void>((resolve) => {
          release = resolve;
        }),
      );
      return () => release();
    },
  };
}

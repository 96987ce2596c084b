/** Answers requests with the handlers of their verbs: no handler sees an argument that its row does not allow. */
import { PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import { type ArgsOf, type ReplyOf, VERBS, type Verb } from '../ports/verbs/verbs.js';

export type HandlersOf<W extends Verb> = {
  readonly [V in W]: (args: ArgsOf<V>, client: string) => Promise<ReplyOf<V>>;
};

export type AnswerRequest = (verb: string, args: unknown, client: string) => Promise<unknown>;

export function answerWith<W extends Verb>(handlers: HandlersOf<W>): AnswerRequest {
  const isHandled = (verb: string): verb is W => Object.hasOwn(handlers, verb);
  const run = async <V extends W>(verb: V, args: unknown, client: string): Promise<unknown> =>
    handlers[verb](v.parse<(typeof VERBS)[V]['args']>(VERBS[verb].args, args), client);
  return async (verb, args, client) => {
    if (!isHandled(verb)) throw notUnderstood();
    return run(verb, args, client);
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
export function crossingError(error: unknown): PreventError {
  if (error instanceof PreventError) return error;
  if (error instanceof v.ValiError) return notUnderstood();
  const name = error instanceof Error ? error.name : 'unknown';
  return new PreventError(
    'CP_STORE_CLOSED',
    `The records could not be used just now (${name}). Lock, unlock and try again.`,
  );
}

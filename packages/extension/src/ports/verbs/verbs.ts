/**
 * All requests that a page may make of the keeper. The contract and the connection follow from these rows; the keeper
 * has a handler for each.
 */
import type * as v from 'valibot';
import { CLIENT_VERBS } from './client-verbs.js';
import { VIEW_VERBS } from './view-verbs.js';

export const VERBS = { ...CLIENT_VERBS, ...VIEW_VERBS } as const;

export type Verb = keyof typeof VERBS;
export type ViewVerb = keyof typeof VIEW_VERBS;
export type ArgsOf<V extends Verb> = v.InferOutput<(typeof VERBS)[V]['args']>;
export type ReplyOf<V extends Verb> = v.InferOutput<(typeof VERBS)[V]['reply']>;

/** Asks the keeper on behalf of a view. The reply is frozen. */
export type AskKeeper = <V extends ViewVerb>(verb: V, args: ArgsOf<V>) => Promise<ReplyOf<V>>;

/**
 * The messages between our pages and the keeper. Only pages of this extension can join the channel: a sandboxed frame
 * has its own origin and a content script has the page's. Every message is checked all the same.
 */
import type { Batch, Issue } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { VaultState } from '../../ports/services.js';
import { VAULT_KINDS } from '../../vault/header.js';
import { Officer } from '../../vault/identity.js';

export const CHANNEL = 'cp-keeper';

const Id = v.pipe(v.string(), v.uuid());

/** From a page to the keeper. */
export const Request = v.strictObject({
  to: v.literal('keeper'),
  client: Id,
  id: Id,
  verb: v.pipe(v.string(), v.maxLength(40)),
  args: v.array(v.unknown()),
});
export type Request = v.InferOutput<typeof Request>;

export const IssueShape: v.GenericSchema<Issue> = v.strictObject({
  code: v.string(),
  message: v.string(),
  at: v.exactOptional(v.string()),
  severity: v.picklist(['error', 'warning']),
});

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const damage = {
  kind: v.picklist(VAULT_KINDS),
  what: v.picklist(['emptied', 'altered', 'cut', 'unmarked', 'keys-gone', 'unreadable-entries']),
  message: v.string(),
  readable: v.exactOptional(Whole),
  entries: v.exactOptional(Whole),
};
const Damage = v.strictObject(damage);

export const State: v.GenericSchema<unknown, VaultState> = v.variant('name', [
  v.strictObject({ name: v.literal('checking') }),
  v.strictObject({ name: v.literal('none') }),
  v.strictObject({
    name: v.literal('locked'),
    kinds: v.array(v.picklist(VAULT_KINDS)),
    retryAfterMs: v.exactOptional(v.number()),
    damaged: v.exactOptional(v.array(Damage)),
  }),
  v.strictObject({ name: v.literal('open'), kind: v.picklist(VAULT_KINDS), officer: Officer }),
  v.strictObject({ name: v.literal('damaged'), ...damage, also: v.exactOptional(Damage) }),
  v.strictObject({ name: v.literal('unavailable'), message: v.string() }),
]);

export const BatchShape = v.custom<Batch>(
  (value) => typeof value === 'object' && value !== null && 'header' in value,
);

const answer = { to: v.literal('client'), client: Id, id: Id, keeper: Id };

/** From the keeper to the page that asked: first that it has the request, then the outcome. */
export const Answer = v.variant('name', [
  v.strictObject({ ...answer, name: v.literal('taken') }),
  v.strictObject({ ...answer, name: v.literal('done'), value: v.optional(v.unknown()) }),
  v.strictObject({
    ...answer,
    name: v.literal('failed'),
    code: v.string(),
    message: v.string(),
    /** Each fault of a record, when the store named it. */
    issues: v.array(IssueShape),
  }),
]);
export type Answer = v.InferOutput<typeof Answer>;

const news = { to: v.literal('all'), keeper: Id };

/** From the keeper to every page. */
export const News = v.variant('name', [
  /** A keeper has started: requests that the last one left unanswered are repeated. */
  v.strictObject({ ...news, name: v.literal('started') }),
  v.strictObject({ ...news, name: v.literal('state'), state: State }),
  /** The keys are destroyed when every page has answered, or after this time: save unfinished typing. */
  v.strictObject({ ...news, name: v.literal('locking'), withinMs: v.number() }),
  /** Covers everything at once: someone is looking. */
  v.strictObject({ ...news, name: v.literal('blank') }),
  v.strictObject({ ...news, name: v.literal('batch'), batch: BatchShape }),
  v.strictObject({ ...news, name: v.literal('work'), key: v.string() }),
  v.strictObject({ ...news, name: v.literal('notice'), issue: IssueShape }),
]);
export type News = v.InferOutput<typeof News>;

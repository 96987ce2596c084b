/**
 * The messages between our pages and the keeper. Only pages of this extension can join the channel: a sandboxed frame
 * has its own origin and a content script has the page's. Every message is checked anyway.
 */
import * as v from 'valibot';
import { BatchShape, IssueShape } from '../../ports/verbs/shapes.js';
import { State } from '../../ports/verbs/state-shape.js';

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

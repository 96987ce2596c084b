/** Teaching: a view's requests to the worker that makes adapters, and to the page that is pointed at. */
import type { Draft, RecordId, Result } from '@cyber-prevent/core';
import type { PagePointed } from '../page/pointing/point-at.js';
import type { TeachAnswers, TeachOrder, TeachValue } from '../sandbox/teach-order.js';

export type { PagePointed } from '../page/pointing/point-at.js';
export type { PointedAt } from '../page/pointing/watch-pointer.js';

export interface TeachService {
  /** Never rejects. */
  ask<O extends TeachOrder>(order: O): Promise<Result<TeachAnswers[O['kind']]>>;
  /** Reads the copy of a page again, with the adapters in use now. The page itself is not asked. */
  readAgain(page: string): Promise<Result<Draft>>;
  /** Makes the page of a capture remember the pointer's element; false when the press no longer reaches it. */
  watch(capture: RecordId): Promise<boolean>;
  /** Called with the element that the officer pointed at, at each press; undefined when the page cannot be asked. */
  onPoint(listener: (pointed: PagePointed | undefined) => void): () => void;
  /** Marks a value on the page, without touching it; undefined removes the mark. False when it is gone. */
  show(value: TeachValue | undefined): Promise<boolean>;
  /** Removes everything of ours from the page. */
  stop(): Promise<void>;
}

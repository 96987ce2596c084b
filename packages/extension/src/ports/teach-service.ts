/** Teaching: what a view may ask of the worker that makes adapters, and of the page that is pointed at. */
import type { Draft, RecordId, Result } from '@cyber-prevent/core';
import type { PagePointed } from '../page/point-at.js';
import type { TeachAnswers, TeachOrder, TeachValue } from '../sandbox/teach-order.js';

export type { PagePointed } from '../page/point-at.js';
export type { PointedAt } from '../page/watch-pointer.js';

export interface TeachService {
  /** Never rejects. */
  ask<O extends TeachOrder>(order: O): Promise<Result<TeachAnswers[O['kind']]>>;
  /** Reads the copy of a page again, with the adapters that are in use now. Nothing is asked of the page itself. */
  readAgain(page: string): Promise<Result<Draft>>;
  /** Has the page of a capture remember where the pointer is; false when the press does not reach it any more. */
  watch(capture: RecordId): Promise<boolean>;
  /** Told what the officer pointed at, each time they say so; undefined when the page cannot be asked. */
  onPoint(listener: (pointed: PagePointed | undefined) => void): () => void;
  /** Marks a value on the page, without touching it; undefined takes the mark away. False when it is gone. */
  show(value: TeachValue | undefined): Promise<boolean>;
  /** Takes away all that stands in the page. */
  stop(): Promise<void>;
}

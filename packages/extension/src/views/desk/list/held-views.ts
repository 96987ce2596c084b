/** Saved views of a list. They are sealed with the unfinished work, since a search may be a name. */
import { type Issue, ListQuery, passed, type Result } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { UnfinishedWork } from '../../../ports/services.js';

export const MOST_VIEWS = 30;

const SavedView = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  query: ListQuery,
});
export type SavedView = Readonly<v.InferOutput<typeof SavedView>>;

const Held = v.strictObject({ views: v.pipe(v.array(SavedView), v.maxLength(MOST_VIEWS)) });

export function viewsKey(list: string): string {
  return `list-views/${list}`;
}

interface Read {
  readonly views: readonly SavedView[];
  readonly version: number;
}

/** The stored views; none if another release stored another format. */
export async function heldViews(work: Pick<UnfinishedWork, 'load'>, list: string): Promise<Read> {
  const held = await work.load(viewsKey(list));
  const read = v.safeParse(Held, held?.value);
  return { views: read.success ? read.output.views : [], version: held?.version ?? 0 };
}

/**
 * Changes the stored views. If another window has saved in between, the change is applied to its views.
 *
 * @param change - returns the views to store, or the errors
 */
export async function changeViews(
  work: Pick<UnfinishedWork, 'load' | 'save'>,
  list: string,
  change: (views: readonly SavedView[]) => Result<readonly SavedView[]>,
): Promise<Result<readonly SavedView[]>> {
  let last: readonly Issue[] = [];
  for (let nth = 0; nth < 3; nth += 1) {
    const { views, version } = await heldViews(work, list);
    const next = change(views);
    if (!next.ok) return next;
    const saved = await work.save(viewsKey(list), { views: next.value }, version);
    if (saved.ok) return passed(next.value);
    last = saved.issues;
  }
  return { ok: false, issues: last };
}

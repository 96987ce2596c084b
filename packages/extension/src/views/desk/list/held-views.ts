/** Saved views of a list. They are sealed with the unfinished work, since a search may be a name. */
import { failed, type Issue, ListQuery, passed, type Result } from '@cyber-prevent/core';
import * as v from 'valibot';
import { t } from '../../../locales/late.js';
import type { UnfinishedWork } from '../../../ports/services.js';

export const MOST_VIEWS = 30;

const SavedView = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  query: ListQuery,
});
export type SavedView = Readonly<v.InferOutput<typeof SavedView>>;

const Held = v.strictObject({ views: v.array(v.unknown()) });

export function viewsKey(list: string): string {
  return `list-views/${list}`;
}

interface Read {
  readonly views: readonly SavedView[];
  /** Views that this release cannot read: they are kept as they are. Absent if nothing at all can be read. */
  readonly others: readonly unknown[] | undefined;
  readonly version: number;
}

/** The stored views that can be read, each by itself. */
export async function heldViews(work: Pick<UnfinishedWork, 'load'>, list: string): Promise<Read> {
  const held = await work.load(viewsKey(list));
  const version = held?.version ?? 0;
  const read = v.safeParse(Held, held?.value ?? { views: [] });
  if (!read.success) return { views: [], others: undefined, version };
  const each = read.output.views.map((view) => v.safeParse(SavedView, view));
  return {
    views: each.flatMap((view) => (view.success ? [view.output] : [])),
    others: read.output.views.filter((_, nth) => !each[nth]?.success),
    version,
  };
}

/**
 * Changes the stored views. If another window has saved in between, the change is applied to its views. Nothing is
 * stored that could not be read again, and nothing is written over that cannot be read.
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
    const { views, others, version } = await heldViews(work, list);
    if (!others) return failed(issueOf('view-format', t('list.views.format')));
    const next = change(views);
    if (!next.ok) return next;
    if (!next.value.every((view) => v.is(SavedView, view)))
      return failed(issueOf('view-too-long', t('list.views.too-long')));
    const all = [...next.value, ...others];
    const saved = await work.save(viewsKey(list), { views: all }, version);
    if (saved.ok) return passed(next.value);
    last = saved.issues;
  }
  return { ok: false, issues: last };
}

function issueOf(code: string, message: string): Issue {
  return { code, severity: 'error', message };
}

/** Record of the typing: the values in a form, and those that its page sent before the officer did. */
import type { FillWork, Left, Typed } from './fill-work.js';

const IS_MEANT = { isMeant: true } as const;

type Place = Pick<Typed, 'system' | 'url'>;

/** Notes all values known to be in the form. Without labels, none are. */
export function noteTyped(
  work: FillWork,
  { system, url }: Place,
  labels: readonly string[],
  trying?: readonly string[],
): FillWork {
  const { typed: _, ...rest } = work;
  const form = { system, url, labels, ...(work.meant === undefined ? {} : IS_MEANT) };
  if (trying) return { ...rest, typed: { ...form, isUnderWay: true, trying } };
  return labels.length === 0 ? rest : { ...rest, typed: { ...form, isUnderWay: false } };
}

/** Notes that the page sent something by itself while all of these were in it. */
export function noteLeft(
  work: FillWork,
  { system, url }: Place,
  labels: readonly string[],
): FillWork {
  const before = work.left ?? [];
  const known = before.find((each) => each.url === url);
  const all = [...new Set([...(known?.labels ?? []), ...labels])];
  if (all.length === 0) return work;
  const isMeant = known?.isMeant ?? (work.meant === undefined ? undefined : true);
  const left = { system, url, labels: all, ...(isMeant ? IS_MEANT : {}) };
  return { ...work, left: [...before.filter((each) => each.url !== url), left] };
}

/** Removes the entry for a page once its values are noted. */
export function withoutLeft({ left = [], ...work }: FillWork, url: string): FillWork {
  const rest = left.filter((each) => each.url !== url);
  return rest.length === 0 ? work : { ...work, left: rest };
}

/** Labels in the form, including those being typed when typing was interrupted. */
export function standingLabels({ labels, isUnderWay, trying = [] }: Typed): readonly string[] {
  return isUnderWay ? [...new Set([...labels, ...trying])] : labels;
}

/**
 * Values given away, page by page.
 *
 * @param sent - values that the officer reports as sent; absent if none
 */
export function givenAway({ left = [] }: FillWork, sent?: Left): readonly Left[] {
  if (!sent) return left;
  const own = left.find(({ url }) => url === sent.url)?.labels ?? [];
  const labels = [...new Set([...sent.labels, ...own])];
  return [...left.filter(({ url }) => url !== sent.url), { ...sent, labels }];
}

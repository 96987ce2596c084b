/** Record of the typing: the values in a form, and those that its page sent before the officer did. */
import type { FillWork, Left, Typed } from './fill-work.js';

type Place = Pick<Typed, 'system' | 'url'>;

/** Notes all values known to be in the form. Without labels, none are. */
export function noteTyped(
  work: FillWork,
  { system, url }: Place,
  labels: readonly string[],
  trying?: readonly string[],
): FillWork {
  const { typed: _, ...rest } = work;
  if (trying) return { ...rest, typed: { system, url, labels, isUnderWay: true, trying } };
  return labels.length === 0
    ? rest
    : { ...rest, typed: { system, url, labels, isUnderWay: false } };
}

/** Notes that the page sent something by itself while all of these were in it. */
export function noteLeft(
  work: FillWork,
  { system, url }: Place,
  labels: readonly string[],
): FillWork {
  const before = work.left ?? [];
  const known = before.find((each) => each.url === url)?.labels ?? [];
  const all = [...new Set([...known, ...labels])];
  if (all.length === 0) return work;
  return {
    ...work,
    left: [...before.filter((each) => each.url !== url), { system, url, labels: all }],
  };
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

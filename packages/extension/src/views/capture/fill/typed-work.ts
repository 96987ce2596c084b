/** What is kept of typing: what stands in a form, and what its page sent of it before the officer did. */
import type { FillWork, Left, Typed } from './fill-work.js';

type Place = Pick<Typed, 'system' | 'url'>;

/** Everything that stands in the form, as far as is known. None: nothing does. */
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

/** The page sent something by itself while all of these stood in it. */
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

/** What left that page is noted. */
export function withoutLeft({ left = [], ...work }: FillWork, url: string): FillWork {
  const rest = left.filter((each) => each.url !== url);
  return rest.length === 0 ? work : { ...work, left: rest };
}

/** What stands in the form: with what was being typed when typing was cut short. */
export function standingLabels({ labels, isUnderWay, trying = [] }: Typed): readonly string[] {
  return isUnderWay ? [...new Set([...labels, ...trying])] : labels;
}

/**
 * What has been given away, page by page.
 *
 * @param sent - what the officer says they have sent; none where they sent nothing
 */
export function givenAway({ left = [] }: FillWork, sent?: Left): readonly Left[] {
  if (!sent) return left;
  const own = left.find(({ url }) => url === sent.url)?.labels ?? [];
  const labels = [...new Set([...sent.labels, ...own])];
  return [...left.filter(({ url }) => url !== sent.url), { ...sent, labels }];
}

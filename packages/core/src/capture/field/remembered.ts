/**
 * Results for labels, cached: labels repeat within a page and from page to page, and each is asked about many times.
 * The cache is bounded, since a page can invent labels.
 */

const MOST_KNOWN = 5_000;

/** @param answer - depends on the text and on nothing else */
export function remembered<V>(answer: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as V;
    if (known.size >= MOST_KNOWN) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}

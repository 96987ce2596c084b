/**
 * Matches the smallest element that has the words, for queries by text: what was typed to find them is marked, and so in
 * an element of its own.
 */
export const said =
  (words: RegExp) =>
  (_: string, element: Element | null): boolean => {
    const has = (each: Element): boolean => words.test(each.textContent ?? '');
    return element !== null && has(element) && ![...element.children].some(has);
  };

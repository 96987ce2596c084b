/**
 * Rules of the generic reading that give a path: words that are known as they are, known parts in a form of words, or
 * words that are like known ones. A path by likeness is offered and left.
 */
export const NAMING_RULES = ['dictionary', 'form-of-words', 'likeness'] as const;
export type NamingRule = (typeof NAMING_RULES)[number];

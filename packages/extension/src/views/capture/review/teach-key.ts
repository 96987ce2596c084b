/**
 * Keys of an unfinished teaching and its page in the sealed work. In a module of their own, since a link to it needs
 * them too.
 */
export const TEACH_KEY = 'teach';
export const PAGE_KEY = 'teach-page';

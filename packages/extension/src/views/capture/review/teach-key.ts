/** The names that an unfinished teaching and its page have in the sealed work; by themselves, since a link to it asks too. */
export const TEACH_KEY = 'teach';
export const PAGE_KEY = 'teach-page';

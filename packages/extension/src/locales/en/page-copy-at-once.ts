/** Of copies of pages: the words that stand on a page from its start. */
export const pageCopyAtOnce = {
  'page-copy.title': 'Copy of the page',
  'page-copy.taken.line': 'A copy of the page is kept with only what you take.',
  'page-copy.whole.line': 'A copy of the whole page is kept.',
  'page-copy.change': 'Change the copy',
  'page-copy.ask': 'Keep a copy of the page',
  'page-copy.taken': 'Only what you take',
  'page-copy.taken.hint': 'Its layout and labels, and dots for everything else',
  'page-copy.whole': 'The whole page',
  'page-copy.whole.hint': 'Everything on it except what you mask, including other people’s details',
  'page-copy.reason': 'Why do you need the whole page?',
} as const;

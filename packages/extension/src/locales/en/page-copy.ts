/** Copies of pages: what is kept of one, and what is shown of it. */
export const pageCopy = {
  'page-copy.none':
    'No copy of the page from {system} could be kept, so its values cannot be shown on it later.',
  'page-copy.show': 'Show it on the page',
  'page-copy.show-page': 'Show the copy of the page',
  'page-copy.hide': 'Close the copy of the page',
  'page-copy.opening': 'Opening the copy of the page…',
  'page-copy.heading': 'Copy of the page from {system}, {at}',
  'page-copy.logged': 'Opening this copy was logged.',
  'page-copy.redacted':
    'This copy shows only what was taken. Dots (…) replace each text that was not.',
  'page-copy.whole-because': 'The whole page was kept: {reason}',
  'page-copy.marked': 'The value is marked.',
  'page-copy.not-marked': 'The value could not be found in this copy.',
  'page-copy.part':
    'This is the part of the page around the value: the page is too large to show whole.',
  'page-copy.gone':
    'The copy of this page is not on this computer. It may have been damaged, or left out of a file that was taken in. Restoring a backup may bring it back.',
  'page-copy.altered':
    'This copy is not the one that was kept when the values were taken, so it is not shown. Tell your administrator.',
  'page-copy.not-shown': 'This copy cannot be shown. {why}',
  'page-copy.ticked': 'ticked',
  'page-copy.not-ticked': 'not ticked',
  'page-copy.frame': 'another part of the page',
  'page-copy.only': 'Only what was taken',
  'page-copy.all': 'The whole page',
} as const;

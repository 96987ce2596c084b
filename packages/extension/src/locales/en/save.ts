/** A save whose answer did not come. */
export const saveWords = {
  'save.kept-before':
    'This was saved on {at}, as you had entered it then. Open the record and correct it there, then throw away what is entered here.',
} as const;

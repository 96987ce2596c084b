/** Words of a save. */
export const saveWords = {
  'save.about': 'Recorded for {name}.',
  'save.kept-before':
    'This was saved on {at}, as you had entered it then. Open the record and correct it there, then throw away what is entered here.',
} as const;

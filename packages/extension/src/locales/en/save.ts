/** Words of a save. */
export const saveWords = {
  'save.about': 'Recorded for {name}.',
  /** A button that saves something about one person. */
  'save.for': '{what} for {name}',
  'save.kept-before': 'This was saved on {at}, as you had entered it then',
  'save.kept-before.record':
    'What you have changed here since is not saved. To correct what was saved, open it and correct it there. Then come back and discard what is entered here.',
  'save.kept-before.change':
    'The change was made. What you have changed here since is not saved yet. To see the record as it is now, open it. To change it again, save again.',
  'save.open-kept': 'Open what was saved',
} as const;

/** One graded piece of intelligence. */
export const note = {
  'note.title': 'Intelligence note',
  'note.title.of': 'Intelligence note about {name}',
  'note.title.clip': 'Intelligence note from this page',
  'note.intro':
    'Keep to one matter in each note. Say who, what, when, where and how, and separate what was seen from what was said.',
  'note.from': 'What to keep in the note',
  'note.from.row': '{label} ({whose}): {value}',
  'note.from.row.nobody': '{label}: {value}',
  'note.from.hint': 'Only what is ticked is kept, with where it was read',
  'note.subject': 'Subject (optional)',
  'note.subject.none': 'Leave this empty if the note is not about anybody on record',
  'note.save': 'Save the note',
  'note.save.of': 'Save the note about {name}',
  'note.saved': 'The intelligence note was saved',
  'note.saved.of': 'The intelligence note about {name} was saved',
  'note.lists': 'Where these choices come from',
  'note.lists.line': '{title}: {source} Status: {status}, checked {checked}.',
} as const;

export const undo = {
  'undo.do': 'Undo this save',
  'undo.done': 'The save was undone',
  'undo.done.body': 'The records are as they were before. What was undone stays in the history.',
  'undo.again': 'Redo this save',
  'undo.again.done': 'The save was redone',
  'undo.refused': 'This save was not undone',
} as const;

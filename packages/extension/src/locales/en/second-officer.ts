/** Words for what one officer reads, signs or declines for another: a review, a level that differs from the answers. */
export const secondOfficer = {
  'second.line': '{what}. Asked of {name} on {date}: {standing}',
  'second.gone': 'This request is no longer held. The officer who asked may have withdrawn it.',
  'second.about': 'What it is about',
  'second.about.not-held':
    'What this is about is not held here. Take in the file that it came with, with its case.',
  'second.about.nothing': 'Nothing is open on this case.',
  'second.answer': 'Your answer',
  'second.answer.theirs': 'Their answer',
  'second.of-another': 'This was asked of {name}, who must answer it with their own key.',
  'second.all': 'Everything that is asked of me, and by me',
  'second.stop': '{why} You can only return the request, with the reason.',
  'second.read': 'Read it and answer',
  'second.taken.asked': 'Asked of you',
  'second.taken.answered': 'Answered by your colleague',
  'second.level.instrument': 'Instrument',
  'second.level.instrument.value': '{title}, version {version}, on {date}',
  'second.level.answers': 'Level from the answers',
  'second.level.none': 'No level',
  'second.level.instead': 'Level proposed instead',
  'second.level.reason': 'Reason for another level',
  'second.level.formulation': 'Formulation',
  'second.level.confidence': 'How sure',
  'second.level.not-held':
    'This version of the instrument is not held here. Its items are shown by their short names.',
  'second.level.all': { one: 'The one answer', other: 'All {count} answers' },
  'second.level.both': 'Both answers',
} as const;

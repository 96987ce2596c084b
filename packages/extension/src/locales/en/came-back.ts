/** Words about half-typed forms: when one comes back, when one is left, and when another window ends one. */
export const cameBack = {
  'came-back.begun': 'Begun on {when}',
  'came-back.begun.earlier': 'Begun on an earlier visit',
  'came-back.changed':
    'Last changed on {when}. It is not saved. Check that it is still right before you save it.',
  'came-back.not-saved': 'It is not saved. Check that it is still right before you save it.',
  'came-back.kept':
    'This was saved on {at}, as you had entered it then. If you start again, nothing that was saved is lost.',
  'came-back.go-on': 'Continue',
  'came-back.afresh': 'Start again',
  'came-back.afresh.hint':
    'If you start again, this one stays under Unfinished on Today until you discard it.',
  'came-back.afresh.kept': 'What you had typed before was saved on {at}',
  'came-back.afresh.kept.body':
    'The form starts empty. Nothing that was saved is lost: you can open it and correct it there.',
  'came-back.not-discarded': 'What you typed could not be removed. {why} Try again.',
  'came-back.not-set-aside': 'What you typed could not be set aside. {why} Try again.',
  'came-back.leave': 'Keep what you typed?',
  'came-back.leave.body':
    'It is not saved. If you keep it, you will find it under Unfinished on Today.',
  'came-back.leave.keep': 'Keep it for later',
  'came-back.leave.discard': 'Discard it',
  'came-back.leave.stay': 'Stay on this page',

  'gone.saved': 'You saved this in another window',
  'gone.saved.record':
    'It was saved on {at}, as you had entered it there. If you keep what is entered here and save it, a second record is made.',
  'gone.saved.change':
    'It was saved on {at}, as you had entered it there. If you keep what is entered here and save it, the record is changed again.',
  'gone.unknown': 'This was saved or discarded in another window',
  'gone.unknown.body':
    'Check if it was saved before you keep what is entered here, so that it is not recorded twice.',
  'gone.here': 'What is entered here stays on this page until you choose.',
  'gone.keep': 'Keep what is entered here as a new draft',
  'gone.clear': 'Clear what is entered here',
} as const;

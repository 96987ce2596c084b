/** Words of the safeguarding screen. */
export const safeguarding = {
  'safeguarding.title': 'Safeguarding concern',
  'safeguarding.title.of': 'Safeguarding concern: {who}',
  'safeguarding.nobody': 'nobody named yet',
  'safeguarding.intro':
    'A few words are enough to save. Fill in the rest when you can: nothing here stops you.',
  'safeguarding.who': 'Who is it about? (optional)',
  'safeguarding.who.nobody': 'Nobody in particular, or not known',
  'safeguarding.immediate': 'Call 999 now. Record it afterwards.',
  'safeguarding.save': 'Record concern about {name}',
  'safeguarding.save.person': 'Record concern about this person',
  'safeguarding.save.nobody': 'Record concern about nobody named yet',
  'safeguarding.saving': 'Saving…',
  'safeguarding.saved': 'Concern saved on {time}',
  'safeguarding.saved.on': 'It is on the record of {name}.',
  'safeguarding.saved.nobody': 'It names nobody yet. Open it to say who it is about.',
  'safeguarding.open': 'Open this concern: {who}',
  'safeguarding.to-do': 'Still to do',
  'safeguarding.another': 'Record another concern',
  'safeguarding.back': 'Back to where you were',
  'safeguarding.failed.title': 'The concern is not saved yet',
  'safeguarding.failed.locked':
    'The vault is locked. Unlock it, and press the button again. Nothing that you typed is lost.',
  'safeguarding.failed.full':
    'This computer has no room left. Free some space, or tell your administrator, and press the button again. Nothing that you typed is lost.',
  'safeguarding.failed.kept':
    'It was saved before, as you had entered it then. Open it in the list of concerns and add the rest there.',
  'safeguarding.failed.other':
    'The vault did not keep it. Press the button again. Nothing that you typed is lost.',
  'safeguarding.failed.paper':
    'If it is urgent, record it on paper or on your force’s own system now.',
} as const;

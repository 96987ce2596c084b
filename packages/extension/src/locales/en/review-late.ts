/** Beside the draft: text that is pasted, frames that were not read, what can follow a save. */
export const reviewLate = {
  'review.unread': {
    one: '1 frame of this page could not be read: {origins}',
    other: '{count} frames of this page could not be read: {origins}',
  },
  'review.unread.tab':
    'Open that part in its own tab and press the toolbar button there, or let it be read here.',
  'review.unread.allow': 'Allow reading {host} for now',
  'review.unread.hint':
    'Your browser asks you to confirm. The permission ends when this panel closes or the vault locks.',
  'review.unread.refused':
    'It was not allowed, so {host} was not read. Open that part in its own tab and press the toolbar button there.',
  'review.unread.allowed': 'The page was read again, with {host}',
  'review.saved.next': 'What next?',
  'review.saved.referral': 'Last saved here: a referral.',
  'review.saved.referral.of': 'Last saved here: a referral of {name}.',
  'review.saved.note': 'Last saved here: an intelligence note.',
  'review.saved.note.of': 'Last saved here: an intelligence note about {name}.',
  'review.undo': 'Undo this save',
  'review.undone': 'The save was undone',
  'review.undone.body': 'The records no longer count. They stay in the history.',
  'review.open-referral': 'Open the referral',
  'review.open-subject': 'Open the subject',
  'review.log': 'Log an intervention',
  'review.move': 'Move to another subject',
  'review.move.ask': 'Move this save to another subject',
  'review.move.which': 'The subject it belongs to',
  'review.move.do': 'Move',
  'review.moved': 'Moved to the other subject',
  'review.move.body':
    'The referral and what belongs to it move. The subject that this save made stays, so that nothing is lost.',
  'review.paste.title': 'Paste text',
  'review.paste.source': 'Where is it from?',
  'review.paste.source.hint':
    'For example: the Windows client of the crime system, or a PDF from the school',
  'review.paste.text': 'Text',
  'review.paste.text.hint':
    'One label and value to a line, such as “Date of birth: 14 March 2009”, or prose',
  'review.paste.read': 'Read this text',
  'review.paste.missing-text': 'Enter the text to read',
  'review.paste.missing-source': 'Enter where the text is from',
} as const;

/** Next to the draft: why a value is there, what a save asks, text that is pasted, what can follow a save. */
export const reviewLate = {
  'review.row.from': 'Read from “{label}”',
  'review.row.from-owner': 'Read from “{label}” under “{owner}”',
  'review.row.raw': 'On the page: {raw}',
  'review.row.also': {
    one: 'Also seen in 1 other place',
    other: 'Also seen in {count} other places',
  },
  'review.why.own': 'Starts as taken: it is the subject’s own detail, or the referral’s.',
  'review.why.at-work':
    'Starts as taken: it is about somebody who refers in the course of their work.',
  'review.why.unnamed': 'Starts as left: nobody has said what it is.',
  'review.why.off-screen': 'Starts as left: it is in the page but not on screen.',
  'review.why.in-text': 'Starts as left: it was found in a text, not under a label.',
  'review.why.unread': 'Starts as left: it could not be read with certainty.',
  'review.why.special': 'Starts as left: it is special category data.',
  'review.why.source': 'Starts as left: it may show who the source is.',
  'review.why.private-referrer':
    'Starts as left: nothing on the page says that the referrer writes in the course of their work.',
  'review.why.other-person': 'Starts as left: it is about another person.',
  'review.why.account':
    'Starts as left: it is somebody’s account, which you read before you take it.',
  'review.narrative.keys': 'In the question about the narrative',
  'review.narrative.ask': 'The narrative is left, so the referral will not say why.',
  'review.narrative.words':
    'It has words that may be about a person’s {kinds}: {words}. If you take it, you are asked about them.',
  'review.narrative.take': 'Take it and save',
  'review.narrative.leave': 'Save without it',
  'review.name': 'Name of the person',
  'review.name.hint': 'No name was read. Enter it as the source gives it.',
  'review.name.add': 'Add the name',
  'review.name.missing': 'Enter the name',
  'review.unrecognised': 'Nothing was recognised on this page',
  'review.unrecognised.body':
    'The page was read, but no label on it is known to the toolkit. Nothing has been kept.',
  'review.unrecognised.clip': 'Take what you select',
  'review.unrecognised.clip.keys': 'Select the part of the page that matters, then press {keys}.',
  'review.unrecognised.clip.body':
    'Select the part of the page that matters, then clip it with its keys. You can set them in your browser.',
  'review.unrecognised.paste': 'From the page, an email or a document.',
  'review.unrecognised.teach':
    'Point once at a name, a date of birth and a reference. The page can then be read next time.',
  'review.unrecognised.told': 'By telephone or in person.',
  'review.unrecognised.known':
    'If you expected this page to be known: reload it, then press the toolbar button on it again. Its layout may have changed since it was taught.',
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
  'review.bar.new': 'New subject: {name}',
  'review.bar.new.born': 'New subject: {name}, born {date}',
  'review.bar.new.no-name': 'New subject, no name yet',
  'review.bar.held': 'To {name}, on record',
  'review.bar.held.born': 'To {name}, born {date}, on record',
  'review.bar.nobody': 'Nobody on record selected yet',
  'review.bar.page-names': 'The page names {name}.',
  'review.bar.not-sure': 'May be somebody already on record.',
  'review.bar.compare': {
    one: '1 possible match on record: compare',
    other: '{count} possible matches on record: compare',
  },
  'review.bar.change': 'Change',
  'review.bar.change.about': 'who this is about',
  'review.saved.new': 'Saved as a referral of {name}, a new subject',
  'review.saved.on-record': 'Saved as a referral of {name}, who was on record',
  'review.saved.added': 'Added to the referral of {name}',
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
  'review.move.do': 'Move to this subject',
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

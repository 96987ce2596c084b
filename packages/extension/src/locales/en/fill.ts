/** Writing to another system: the plan, the typing, the paste pack, the reference. Loaded with the screens that say it. */
export const fill = {
  'fill.title': 'Write to another system',
  'fill.go': 'Write to another system',
  'fill.of.intervention': 'Intervention with {name}, {date}',
  'fill.of.referral': 'Referral of {name}, received {date}',
  'fill.gone': 'This record is not held here.',
  'fill.ask':
    'Open the form, then press the toolbar button on it. Nothing is typed until you say so, and nothing is ever sent.',
  'fill.ask.again':
    'Press the toolbar button on the form again to read it again. Your choices stay.',
  'fill.ask.workspace':
    'To type into a form, open the panel next to it and find this record there. The paste pack works here too.',
  'fill.reading': 'Reading the form…',
  'fill.no-form':
    'There is no form on this page. Open the page for adding or editing, then press the toolbar button on it.',
  'fill.given': 'Already written to {system} on {date} as {reference}',
  'fill.given.no-reference':
    'Already written to {system} on {date}. No reference has been saved yet',
  'fill.given.again': 'Writing it again may make a second record there.',
  'fill.form': 'Form of {system}',
  'fill.adapter': 'Adapter {id}, version {version}, knows this form',
  'fill.generic': 'No adapter knows this form: its boxes were read by their labels',
  'fill.counts.none': 'none',
  'fill.counts': '{typed} to type, {left} left, {not} cannot be typed',
  'fill.key.hint': 'With the focus on a value: {type} type, {skip} leave, arrow keys to move.',
  'fill.keys': 'In the list of values to type',
  'fill.keys.after': 'After typing into a form',
  'fill.group.can': 'Can be typed',
  'fill.group.same': 'Already there',
  'fill.group.stopped': 'Kept out by their conditions',
  'fill.group.cannot': 'Cannot be typed, and why',
  'fill.group.count': { one: '1 value', other: '{count} values' },
  'fill.group.unanswered': 'Boxes that stay empty',
  'fill.group.unanswered.hint': 'The form asks for these, but they are not in this record.',
  'fill.row.tick': 'Type {label}',
  'fill.row.into': 'Into “{box}”',
  'fill.row.into-owner': 'Into “{box}” under “{owner}”',
  'fill.row.under-owner': 'Into the box under “{owner}”',
  'fill.row.replaces': 'Replaces: {text}',
  'fill.row.gone': 'This box is no longer on the page. Read the form again.',
  'fill.shows': 'Read from this page: {signs}.',
  'fill.shows.name': '“{text}” ({place})',
  'fill.shows.title': 'its title',
  'fill.shows.heading': 'a heading',
  'fill.shows.trail': 'the breadcrumb',
  'fill.shows.line': 'a line of text',
  'fill.shows.label': 'a name on it',
  'fill.shows.born': 'date of birth {date}',
  'fill.shows.box': 'an empty box “{box}” for the name',
  'fill.shows.name-alone':
    'It shows no date of birth and no reference that we hold, so check that it is not somebody else of that name.',
  'fill.shows.new':
    'This page shows nobody yet: the name will be typed into “{box}”. Check that it is a new record.',
  'fill.another': 'This page is about {another}. The record is {name}.',
  'fill.another.born': '{name}, born {date}',
  'fill.another.nobody': 'somebody whose name was not read',
  'fill.reference': '{text} ({label})',
  'fill.reference.another':
    'This page shows {reference}, which is on record for {people}. The record is {name}.',
  'fill.reference.closed': 'a person whose record is closed to you',
  'fill.reference.differs':
    'This page shows {reference}, and not {own}, which is on record for {name}.',
  'fill.named': '{place} names {people}{said}.',
  'fill.born': '{place} gives a date of birth that is not on record for {name}{said}.',
  'fill.namesakes':
    '{place} gives no date of birth, and {count} people of this name are on record{said}: {people}.',
  'fill.twins': '{place} gives a name and date of birth that fit {count} people on record{said}.',
  'fill.named.said': ' (“{text}”)',
  'fill.named.so': 'The record is {name}.',
  'fill.named.mild': 'It names {name} as well. Check whose form it is before you type.',
  'fill.place.title': 'The title of this page',
  'fill.place.heading': 'A heading on this page',
  'fill.place.trail': 'The breadcrumb of this page',
  'fill.place.line': 'A line on this page',
  'fill.place.label': 'This page',
  'fill.reference.unchecked':
    'This page could not be compared with your records. Read the form again, or check whose form it is.',
  'fill.nameless':
    'This form names nobody, so check whose record is open there. You would type what is recorded of {name}.',
  'fill.whose': 'Is this form about {name}?',
  'fill.whose.not': 'No, type nothing',
  'fill.whose.not.said':
    'Nothing is typed. Open the right record, or open the right form and press on it again.',
  'fill.whose.own': 'Yes, it is about {name}',
  'fill.whose.own.said': 'You said that this form is about {name}.',
  'fill.whose.change': 'Change your answer',
  'fill.type': {
    one: 'Type 1 value about {name}',
    other: 'Type {count} values about {name}',
  },
  'fill.type.none': 'Tick a value to type it.',
  'fill.typing': 'Typing {done} of {count}…',
  'fill.stop': 'Stop typing',
  'fill.outcome.done': 'Typed',
  'fill.outcome.rewritten': 'Typed. The page changed it to: {now}',
  'fill.outcome.refused': 'The page did not accept it. The box says: {now}',
  'fill.outcome.refused.empty': 'The page did not accept it, and the box is empty',
  'fill.outcome.made':
    'The page changed it to “{made}”, so the box was put back as it was. Type this one yourself',
  'fill.outcome.sends':
    'The page would send a different date from the one in the box. Choose the date on the page yourself before you send it',
  'fill.outcome.put-back': 'The page did not accept it, so the box was put back as it was',
  'fill.outcome.gone': 'The box is gone. Read the form again',
  'fill.outcome.changed':
    'The box has changed since it was read, so nothing was typed. It says: {now}',
  'fill.outcome.closed': 'The box can no longer be typed into',
  'fill.outcome.stopped': 'Typing stopped here',
  'fill.outcome.sent': 'Typed, and the page sent it. Typing stopped here',
  'fill.outcome.waiting': 'Not typed yet',
  'fill.stopped.submit':
    'The page tried to send the form. The toolkit stopped it, and stopped typing. Check the form before you do anything else.',
  'fill.stopped.navigation':
    'The page tried to go elsewhere. The toolkit stopped it, and stopped typing. Check the form before you do anything else.',
  'fill.stopped.request':
    'This page sends what is typed at once, so typing stopped. What it has sent cannot be undone: check the form.',
  'fill.left':
    'This page sends what is typed at once: it sent something after the values were typed. What it has sent cannot be undone.',
  'fill.left.hint':
    'What this page sent by itself is kept with the record, even if you did not send the form.',
  'fill.left.before':
    '{system} sent what was typed at once. The record notes that it was given, even if you did not send the form.',
  'fill.left.kept': 'Saved: {system} sent what was typed at once',
  'fill.stopped.page-left':
    'The page was closed, another one was opened, or the toolkit can no longer reach it, so typing stopped. Press the toolbar button on the form to read it again.',
  'fill.typed': { one: '1 value was typed', other: '{count} values were typed' },
  'fill.typed.some': '{count} of {of} values were typed',
  'fill.typed.check': 'Check the form, then send it yourself.',
  'fill.typed.before':
    'Typed into {system} before this panel closed or the vault locked. Press the toolbar button on the form to read it again: what is already there is not typed again.',
  'fill.typed.cut-short':
    'Typing into {system} ended before it was finished. Press the toolbar button on the form to read it again: what is already there is not typed again.',
  'fill.undo': 'Undo',
  'fill.undo.all': 'Put everything back',
  'fill.undone': { one: '1 value was put back', other: '{count} values were put back' },
  'fill.undone.not': {
    one: '1 value could not be put back: a radio button cannot be unchosen, and what changed since is left. Look at the form.',
    other:
      '{count} values could not be put back: a radio button cannot be unchosen, and what changed since is left. Look at the form.',
  },
  'fill.undone.nothing':
    'Nothing could be put back: the page is gone, or the toolkit can no longer reach it. Check the form.',
  'fill.sent': 'I have sent it',
  'fill.sent.hint':
    'The record then notes that it was given: where, when and which fields, not what they said.',
  'fill.forget': 'I did not send it',
  'fill.forgotten':
    'You said that you did not send it. What was typed may still be in the form: put it back, or close that page.',
  'fill.sent.saved': 'Saved: it was written to {system}, about {name}',
  'fill.sent.system': 'Which system was it written to?',
  'fill.sent.system.missing': 'Enter the system that it was written to',
  'reference.caption': 'Given to {system} on {date}',
  'reference.title': 'Reference in the other system',
  'reference.ask':
    'Press the toolbar button on the page that {system} shows now, or type the reference.',
  'reference.label': 'Reference in {system}',
  'reference.found': 'Read from the page. Check it before you save it.',
  'reference.others': 'Or one of these, from the same page',
  'reference.use': 'Use {reference}',
  'reference.none': 'No reference was found on this page. Type it by hand.',
  'reference.another':
    'This page shows {reference}, which is on record for {people}. Open the page of the right record before you use a reference from it.',
  'reference.page-of':
    'This page is about {another}. Open the page of the right record before you use a reference from it.',
  'reference.named.so': 'Open the page of the right record before you use a reference from it.',
  'reference.sure': 'Save this reference for {name}?',
  'reference.sure.body': 'The page that you read may be about somebody else.',
  'reference.sure.keep': 'Save it for {name}',
  'reference.unchecked':
    'This page could not be compared with your records. Read the page again, or check whose page it is and type the reference by hand.',
  'reference.keep': 'Save the reference',
  'reference.later': 'Add it later',
  'reference.saved': 'The reference was saved: {reference}',
  'reference.take-back': 'It was not sent: withdraw the note',
  'reference.taken-back': 'The note was withdrawn',
  'reference.taken-back.body': 'It no longer counts. It stays in the history.',
  'reference.add': 'Add the reference',
  'reference.about': 'from {system}, given {date}',
  'given.line': 'Written to {system} on {date} as {reference}',
  'given.line.no-reference': 'Written to {system} on {date}; no reference saved yet',
  'pack.title': 'Paste pack',
  'pack.open': 'Paste pack',
  'pack.open.hint': 'Where nothing can be typed: the same values, copied one after another.',
  'pack.go-on': 'Continue the paste pack: {done} of {count} done',
  'pack.ours': 'No form was read, so these are in our own order.',
  'pack.theirs': 'In the order of the {system} form. Anything too long is cut between words.',
  'pack.whose': 'Check whose form it is before you paste.',
  'pack.doubtful':
    'The form that this was made for may not be about {name}. Check whose form it is before you paste.',
  'pack.copy': 'Copy {at} of {count}: {label}',
  'pack.part': '{label} (part {part} of {of})',
  'pack.box': '{label} (box {box} of {of})',
  'pack.copy-one': 'Copy',
  'pack.hand-one': 'Done',
  'pack.copied': 'Copied: {label}. Paste it, then come back here.',
  'pack.copied.last': 'Copied: {label}. It is the last one.',
  'pack.done': 'Copied',
  'pack.done.hand': 'Typed',
  'pack.next': 'Next',
  'pack.all': 'Everything is copied. Check the form, then send it yourself.',
  'pack.all.hand': 'Everything is done. Check the form, then send it yourself.',
  'pack.none': {
    one: 'Nothing has been copied. Copy the value below if it is needed.',
    other: 'Nothing has been copied. Copy a value from the list below if it is needed.',
  },
  'pack.none.hand': {
    one: 'Nothing has been given yet. Type the value below by hand if it is needed.',
    other: 'Nothing has been given yet. Type a value from the list below by hand if it is needed.',
  },
  'pack.empty': 'There is nothing to copy. Close the paste pack.',
  'pack.no-more': 'There is nothing more in the sequence. Check the form, then send it yourself.',
  'pack.skipped':
    'Skipped: {labels}. Copy or type them from the list below, or leave them. Check the form, then send it yourself.',
  'pack.key.hint': 'Enter copies the next part and moves on. Arrow keys go back and forth.',
  'pack.disputed': 'Disputed',
  'pack.disputed.others':
    'Also recorded: {others}. Nobody has settled which is right. Check before you copy this.',
  'pack.aside': 'Not in the sequence',
  'pack.aside.hint':
    'Sensitive, disputed, about another person, left by you, or not asked for on the form. Copy one only if it is needed.',
  'pack.failed': 'This could not be copied. Click on this panel and try again, or type it by hand.',
  'pack.clears':
    'The clipboard is emptied a minute after the last copy, once this panel has the focus. Windows may keep what was copied in its clipboard history (Windows key + V): if history is on, clear it there.',
  'pack.cleared': 'The clipboard was emptied.',
  'pack.overwritten':
    'The clipboard was emptied, without looking at it: what you copied since is gone from it too.',
  'pack.others': 'The clipboard now holds something else, so it was left.',
  'pack.not-cleared':
    'The clipboard could not be emptied. Copy something else, so that none of this stays on it.',
  'pack.forbidden':
    'Your force does not let the toolkit use the clipboard. Type each value from here by hand.',
  'pack.hand': 'Done {at} of {count}: {label}',
  'pack.close': 'Close the paste pack',
  'pack.restart': 'Start the paste pack again',
} as const;

/** Answering for what is done: reasons, logs, what was known when, and two windows on one record. */
export const account = {
  'reason.title': 'Why are you opening this record?',
  'reason.why':
    'Your force asks for a reason before a record is shown. It is logged with the look, and holds for this record until the vault is locked. Press the key, or the button.',
  'reason.keys': 'Reasons for opening a record',
  'reason.back': 'Do not open it',

  'edit.conflict': '{what}: it was saved elsewhere while you were changing it',
  'edit.conflict.own':
    'It was saved in another window of yours on {at}. Nothing that you typed is lost.',
  'edit.conflict.other': 'A colleague saved it on {at}. Nothing that you typed is lost.',
  'edit.conflict.caption': 'What is different',
  'edit.conflict.none': 'What was saved there is what you typed here.',
  'edit.conflict.field': 'Field',
  'edit.conflict.theirs': 'Saved there',
  'edit.conflict.mine': 'Typed here',
  'edit.conflict.untouched': 'You did not change it',
  'edit.conflict.choose': 'In this form now',
  'edit.conflict.use': 'Use what was saved there',
  'edit.conflict.used': 'What was saved there',
  'edit.conflict.save':
    'Look through the form, then save again. What was saved there stays in the history.',

  'log.section': 'Log',
  'log.title': 'Your log',
  'log.intro':
    'What you did with records: when, what and why, and to whom it was disclosed. Opening it is logged as well.',
  'log.of-person':
    'Who did what with the records of this person: when and why, and to whom it was disclosed. The log never says what a record says.',
  'log.uses':
    'This log may be used only for: verifying lawfulness; self-monitoring; integrity and security; criminal proceedings.',
  'log.loading': 'Reading the log…',
  'log.filter': 'Choose entries',
  'log.action': 'What was done',
  'log.from': 'From',
  'log.to': 'To',
  'log.date-wrong': 'Enter a real date, or leave it empty',
  'log.dates-wrong': 'The first day must be on or before the last',
  'log.shown': { one: '1 entry', other: '{count} entries, {from} to {to} shown' },
  'log.none': 'Nothing of that kind is logged in that period.',
  'log.later': 'Later entries',
  'log.earlier': 'Earlier entries',
  'log.column.what': 'What',
  'log.column.to': 'To whom',
  'log.column.what.search': { one: 'Search: 1 row shown', other: 'Search: {count} rows shown' },
  'log.column.what.log': 'The log itself',
  'log.column.what.none': 'No record',
  'log.column.what.other': { one: '1 other record', other: '{count} other records' },
  'log.column.fields': '{what}: {fields}',
  'log.export': 'Hand this log over',
  'log.export.why':
    'A text that people can read, of the entries chosen above. It is logged as a disclosure first. It proves nothing by itself: for that, export the audit file.',
  'log.export.save': 'Save as a text file',
  'log.exported': 'The log was exported and the disclosure logged',
  'log.text.head': 'Log of what was done with records',
  'log.text.person': 'Records of one person, {id}',
  'log.text.own': 'What {name} did',
  'log.text.made': 'Made on {date} by {name}, for {who}. {count} entries, the latest first.',
  'log.text.reason': 'Reason: {reason}',
  'log.text.to': 'To: {who}',

  'as-known.section': 'As known on',
  'as-known.intro':
    'What the records said on an earlier day: to see what could be known when something was decided. What was disposed of since is not in it.',
  'as-known.day': 'Day',
  'as-known.show': 'Show that day',
  'as-known.missing': 'Enter the day',
  'as-known.future': 'The day must be in the past',
  'as-known.shown': 'As known at the end of {date}. This is not what the records say today.',
  'as-known.none': 'Nothing was on record about this person by the end of {date}.',
} as const;

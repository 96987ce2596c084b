/** Answering for what is done: reasons, logs, what was known when, and two windows on one record. */
export const account = {
  'reason.title': 'Why are you opening this record?',
  'reason.why':
    'Your force asks for a reason before you open a record. It is logged, and covers this record until the vault is locked. Press a key, or choose a button.',
  'reason.back': 'Do not open it',

  'edit.conflict': '{what}: it was saved elsewhere while you were changing it',
  'edit.conflict.own': 'You saved it in another window on {at}. Nothing that you typed is lost.',
  'edit.conflict.other': 'A colleague saved it on {at}. Nothing that you typed is lost.',
  'edit.conflict.caption': 'What is different',
  'edit.conflict.none': 'What was saved there is the same as what you typed here.',
  'edit.conflict.field': 'Field',
  'edit.conflict.theirs': 'Saved there',
  'edit.conflict.mine': 'Typed here',
  'edit.conflict.untouched': 'You did not change it',
  'edit.conflict.choose': 'In this form now',
  'edit.conflict.use': 'Use what was saved there',
  'edit.conflict.kept': 'What you typed',
  'edit.conflict.used': 'What was saved there',
  'edit.conflict.save':
    'Look through the form, then save again. What was saved there stays in the history.',
  'edit.moved.from': '{what}: it is no longer on the record of {name}, since it was moved.',
  'edit.moved': '{what}: it was moved to another record.',
  'edit.moved.to': 'It is now on the record of {name}.',
  'edit.named':
    '{what}: nobody was named when you began this form. It is now about {name}. Check that what you typed is about them, then save again.',
  'edit.moved.do':
    'Nothing was saved, and what you typed is still here. Copy what you need, cancel, and open it where it is now.',

  'log.section': 'Who used this record',
  'log.caption': 'Entries of the log, the latest first',
  'log.title': 'Your activity',
  'log.intro':
    'What you did with records, when and why, and who they were disclosed to. Opening this page is logged as well.',
  'log.of-person':
    'Who did what with this person’s records, when and why, and who they were disclosed to. The log never says what a record says.',
  'log.uses':
    'This log may be used only for: verifying lawfulness; self-monitoring; integrity and security; criminal proceedings.',
  'log.loading': 'Reading the log…',
  'log.filter': 'Show entries',
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
  'log.column.sealed': 'Words searched for, sealed to the auditor',
  'log.column.to': 'Disclosed to',
  'log.column.what.search': { one: 'Search: 1 row shown', other: 'Search: {count} rows shown' },
  'log.column.what.log': 'The log itself',
  'log.column.what.whole-file': '{what}. The whole file was given',
  'log.column.what.picture': '{what}. Only the picture was given, without the rest of its file',
  'log.column.what.file':
    '{what}, in a file ({format}) marked {marking}. SHA-256 of the file: {digest}',
  'log.column.what.none': 'No record',
  'log.column.what.other': { one: '1 other record', other: '{count} other records' },
  'log.column.what.records': { one: '1 record', other: '{count} records' },
  'log.column.to.nobody': 'Nobody',
  'log.doubt.named-otherwise': 'The officer meant this person, although another name was read',
  'log.doubt.born-otherwise':
    'The officer meant this person, although another date of birth was read',
  'log.doubt.another-matches':
    'The officer meant this person, although somebody else on record matched',
  'log.doubt.form-of-another':
    'The officer meant this person, although the form showed signs of somebody else',
  'log.column.why.gateway': '{reason}, under this gateway: {gateway}',
  'log.column.fields': '{what}: {fields}',
  'log.confirmed': '{what}. Words read and confirmed for this recipient: {words}',
  'log.confirmed.field': '{what}, {field}',
  'log.confirmed.record': 'a field of a record',
  'log.export': 'Export this log',
  'log.export.why':
    'A text that people can read, with the entries you chose above. The export is logged as a disclosure first. The text proves nothing by itself: for that, export the audit file.',
  'log.export.save': 'Save as a text file',
  'log.export.table': 'Save as a table (CSV)',
  'log.exported': 'The log was exported and the disclosure logged',
  'log.text.head': 'Log of what was done with records',
  'log.text.person': 'Records of one person, {id}',
  'log.text.own': 'What {name} did',
  'log.text.made': 'Made on {date} by {name}, for {who}. {count} entries, the latest first.',
  'log.text.reason': 'Reason: {reason}',
  'log.text.to': 'To: {who}',

  'as-known.section': 'As known on a date',
  'as-known.intro':
    'What the records said on an earlier day, to show what could be known when something was decided. Anything disposed of since is left out.',
  'as-known.day': 'Date',
  'as-known.show': 'Show that day',
  'as-known.missing': 'Enter the date',
  'as-known.future': 'The date must be in the past',
  'as-known.shown': 'As known at the end of {date}. This is not what the records say today.',
  'as-known.none': 'Nothing was on record about this person by the end of {date}.',
} as const;

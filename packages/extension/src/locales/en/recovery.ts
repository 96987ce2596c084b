/** Words for a vault that cannot be opened whole, and for what was set aside when damage was put right. */
export const recovery = {
  'recovery.title.live': 'The live records cannot be opened',
  'recovery.title.practice': 'The practice records cannot be opened',
  'recovery.nothing-deleted':
    'The toolkit deleted nothing. Work on paper or on your force’s own system until this is settled, and tell your administrator.',
  'recovery.order':
    'Do these in order. Move on to the next one only if the one before it did not help.',
  'recovery.back': 'Back to unlocking',
  'recovery.other.live': 'The live records cannot be opened either: see what can be done',
  'recovery.other.practice': 'The practice records cannot be opened either: see what can be done',
  'recovery.try-again': 'Try again',
  'recovery.try-again.why':
    'The browser may only need a fresh start. Close every browser window, start the browser, open this page and look again.',
  'recovery.try-again.look': 'Look again',
  'recovery.try-again.looking': 'Looking…',
  'recovery.try-again.same': 'Looked again. The records still cannot be opened.',
  'recovery.recover': 'Recover what can be read',
  'recovery.recover.why':
    'Each entry is kept twice. With your passphrase or recovery key the toolkit tries every entry in both copies, puts right what one copy still has, and unlocks the vault if that was all. If it was not all, it counts what is left.',
  'recovery.recover.no-view':
    'What the entries say is not shown. Opening a record must be logged first, and nothing can be logged until the records are whole.',
  'recovery.recover.go': 'Recover what can be read',
  'recovery.recover.going': 'Reading every entry…',
  'recovery.recover.ruled-out': 'I have neither the passphrase nor the recovery key',
  'recovery.recover.no-answer':
    'The part of the toolkit that keeps the records did not answer. Nothing was changed. Try again.',
  'recovery.remains': 'What is left',
  'recovery.remains.entries': 'Entries in all',
  'recovery.remains.readable': 'Entries that can be read',
  'recovery.remains.missing': 'Missing',
  'recovery.remains.missing.none': 'None',
  'recovery.remains.missing.one': 'Entry {first}',
  'recovery.remains.missing.run': 'Entries {first} to {last}',
  'recovery.remains.missing.more': { one: 'and 1 more run', other: 'and {count} more runs' },
  'recovery.remains.unknown': 'Not known',
  'recovery.remains.records': 'Records with something left',
  'recovery.remains.stopped':
    'Nothing can be saved, changed or looked at here until a backup has been restored.',
  'recovery.copy': 'A sealed copy for your administrator',
  'recovery.copy.why':
    'The file holds everything as it is on this computer, still sealed. It can be read only with the passphrase or the recovery key. Keep it as you keep the records themselves.',
  'recovery.copy.not-logged':
    'It cannot be logged here. Note in your force’s own log that you made it, why, and who you gave it to.',
  'recovery.copy.save': 'Save a sealed copy',
  'recovery.copy.saving': 'Reading everything…',
  'recovery.copy.saved': 'The sealed copy was handed to the browser to save.',
  'recovery.restore': 'Restore a backup',
  'recovery.restore.why':
    'The vault is set up again from the backup. The damaged one stays on this computer. Anything you entered after the backup was made has to be entered again.',
  'recovery.restore.go': 'Restore a backup',
  'recovery.restore.ruled-out': 'There is no backup, or it does not help',
  'recovery.fresh': 'Start again without these records',
  'recovery.fresh.not-yet': 'First do these, or say that you cannot:',
  'recovery.fresh.why':
    'Another vault is set up. The damaged records stay on this computer, sealed as they are, and none of them is deleted. You can no longer open them from here.',
  'recovery.fresh.words': 'start again without these records',
  'recovery.fresh.type': 'To confirm, type: start again without these records',
  'recovery.fresh.wrong': 'Type the words “start again without these records”',
  'recovery.fresh.go': 'Start again without these records',
  'recovery.fresh.going': 'Setting them aside…',
  'recovery.aside': 'Damage that was put right',
  'recovery.aside.why':
    'One copy of these entries was damaged and was written again from the other. The damaged bytes, which are sealed, are kept so that somebody can find out what happened.',
  'recovery.aside.none': 'No entry of this vault was ever found damaged.',
  'recovery.aside.column.entry': 'Entry',
  'recovery.aside.column.at': 'When',
  'recovery.aside.column.is-right': 'Put right',
  'recovery.aside.backed-up': 'I have made a backup since, and nobody needs the damaged bytes',
  'recovery.aside.backed-up.missing': 'Make a backup first, then select this box',
  'recovery.aside.forget': 'Delete the damaged bytes',
  'recovery.vaults': 'Damaged vaults that were set aside',
  'recovery.vaults.why':
    'They are still on this computer, sealed as they were. Your administrator decides what happens to them.',
  'recovery.vaults.live': 'Live records, set aside on {at}',
  'recovery.vaults.practice': 'Practice records, set aside on {at}',
  'recovery.aside.forgotten': 'The damaged bytes were deleted',
} as const;

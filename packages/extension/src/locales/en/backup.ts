/** Words of backups: making, checking and restoring one, and moving to another computer. */
export const backup = {
  'backup.title': 'Backup',
  'backup.settings': 'All settings',
  'backup.intro':
    'Your records are on this computer and nowhere else. A backup is one sealed file that your passphrase or recovery key opens. Keep it away from this computer, where your force allows.',
  'backup.last': 'Last backup',
  'backup.last.none': 'None yet',
  'backup.last.at': { one: '{at}, 1 save ago', other: '{at}, {count} saves ago' },
  'backup.last.now': '{at}, nothing saved since',
  'backup.mark.name': 'Last backup:',
  'backup.mark.due': 'A backup is due. Last backup:',
  'backup.mark.none': 'No backup',
  'backup.mark.days': { one: '1 day ago', other: '{count} days ago' },
  'backup.mark.never': 'There is no backup of this vault yet.',
  'backup.mark.same': 'Last backup on {at}. Nothing has been saved since.',
  'backup.mark.since': {
    one: 'Last backup on {at}. 1 save since.',
    other: 'Last backup on {at}. {count} saves since.',
  },
  'backup.mark.workspace': 'Open the workspace to make one',
  'backup.mark.close': 'Close',
  'backup.ask.title': 'A backup is due',
  'backup.ask.later': 'Ask tomorrow',
  'backup.make': 'Make a backup',
  'backup.make.why': 'Each backup is logged as a disclosure before the file is made.',
  'backup.made': 'The backup was made',
  'backup.made.body':
    'Make sure that the file is where you keep it, then check it below: do not rely on a backup that was never opened.',
  'backup.progress': { one: '1 entry so far', other: '{count} entries so far' },
  'backup.progress.of': '{done} of {total} entries',
  'backup.stop': 'Stop',
  'backup.stopped': 'Stopped. What was done until then stays; you can start again.',
  'backup.try': 'Check or restore a backup',
  'backup.try.why':
    'Checking opens the file, proves that every entry is whole, and counts them. It changes nothing, here or in the file.',
  'backup.file': 'Backup file',
  'backup.file.missing': 'Select a backup file',
  'backup.file.hint':
    'It opens with the passphrase or the recovery key that the vault had on the day it was made',
  'backup.check': 'Check the backup',
  'backup.seen': 'The backup is sound',
  'backup.seen.not-confirmed':
    'The backup can be read, but nobody has confirmed who wrote all of it',
  'backup.seen.made': 'Made',
  'backup.seen.of': 'From the vault of',
  'backup.seen.of.this': '{officer}, this vault',
  'backup.seen.kind': 'Records',
  'backup.seen.kind.practice': 'Practice',
  'backup.seen.kind.live': 'Live',
  'backup.seen.records': 'Records in it',
  'backup.seen.copies': 'Copies of pages and pieces of files in it',
  'backup.seen.packs': 'Definition packs in it',
  'backup.seen.left': {
    one: '1 copy of a page, or piece of a file, cannot be read from this backup: the release that made it did not store it so that it can be checked. It is not restored; everything else is. If the vault that it was made from still opens, make a new backup there.',
    other:
      '{count} copies of pages, or pieces of files, cannot be read from this backup: the release that made it did not store them so that they can be checked. They are not restored; everything else is. If the vault that it was made from still opens, make a new backup there.',
  },
  'backup.seen.entries': 'Entries, all proved',
  'backup.seen.entries.unconfirmed': 'Entries, some proved only by keys that nobody has confirmed',
  'backup.seen.unconfirmed': 'Keys not confirmed',
  'backup.seen.unconfirmed.who': '{name}, whose key is known from this file alone',
  'backup.seen.unconfirmed.officer': 'An officer you have no key of ({id})',
  'backup.seen.unconfirmed.why':
    'Nobody has read the fingerprints of these keys to you. Do not rely on entries made with them until those officers have.',
  'backup.seen.other':
    'This is not a backup of your own vault. Restoring it adds the cases of {officer} to yours.',
  'backup.seen.other.packs':
    'Its definition packs come with them and act from today. A pack that was set aside there, or a key that was no longer trusted there, is so here as well.',
  'backup.seen.changed': 'Records here that it would change',
  'backup.seen.disposed': 'Disposed of here since',
  'backup.seen.disposed.out': '{count}, these stay out',
  'backup.restore': 'Restore the backup into this vault',
  'backup.restore.why':
    'Anything in the backup that is not here is added. Everything here stays. Where both were changed, both are kept and shown to you.',
  'backup.restore.ask': 'Was anything disposed of on another computer since this backup was made?',
  'backup.list': 'Disposal list, if there is one',
  'backup.list.hint':
    'The file that “Save the disposal list” gave there. Without it, anything disposed of there after {at} comes back.',
  'backup.restored': 'The backup was restored',
  'backup.restored.records': {
    one: '1 record was added or changed.',
    other: '{count} records were added or changed.',
  },
  'backup.restored.same': 'Everything in it was here already.',
  'backup.restored.out': {
    one: '1 record stayed out, since it was disposed of.',
    other: '{count} records stayed out, since they were disposed of.',
  },
  'backup.restored.unended': {
    one: '1 record stays as it was: the file would have withdrawn it, or lifted the hold. Decide that yourself.',
    other:
      '{count} records stay as they were: the file would have withdrawn them, or lifted the holds. Decide that yourself.',
  },
  'backup.restored.packs': {
    one: '1 definition pack was brought back.',
    other: '{count} definition packs were brought back.',
  },
  'backup.restored.unconfirmed':
    'Some of what the file holds was signed with keys that nobody has confirmed. Do not rely on it until those officers have read their fingerprints to you.',
  'backup.restored.conflicts': {
    one: '1 record now has two versions. Open it and decide.',
    other: '{count} records now have two versions. Open each and decide.',
  },
  'backup.move': 'Move to another computer',
  'backup.move.how':
    'Make a backup here and take the file to the other computer. Install the toolkit there and, instead of setting up a vault, choose to restore a backup. It opens with the passphrase that you have now.',
  'backup.move.stop':
    'From then on, stop working on this computer. If both are used, their records can no longer be brought together.',
  'backup.list.title': 'Disposal list',
  'backup.list.save': 'Save the disposal list',
  'backup.list.why':
    'The disposal list has no names in it, only the numbers of what was disposed of. Keep the latest one with your backups: an older backup needs it, or what you disposed of comes back.',
  'backup.uninstall': 'What you lose if you remove the toolkit',
  'backup.uninstall.what':
    'Removing the extension, or the browser profile that it is in, destroys every record, draft and key in it at once and for good. Only backups remain, and each opens with the passphrase or recovery key that the vault had when it was made. Without a backup nothing can be brought back.',
  'backup.here': 'Restore a backup on this computer',
  'backup.here.why':
    'Your vault is set up on this computer from the backup, with its officer, its keys and all its records. It opens with the passphrase or recovery key that it had on the day of the backup.',
  'backup.here.go': 'Restore the backup here',
  'backup.here.old':
    'Stop using the computer that it came from: if both are used, their records can no longer be brought together.',
  'backup.here.choose': 'Restore a backup instead',
  'backup.here.back': 'Set up a new vault instead',
} as const;

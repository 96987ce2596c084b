/** Words of the settings: their sections, the passphrase, the recovery key, when the vault locks. */
export const settings = {
  'settings.title': 'Settings',
  'settings.section.look': '{section}: needs attention',
  'settings.section.missing': '{section}: not entered',
  'settings.section.due': '{section}: due',
  'settings.force.wrong':
    'Part of your force’s policy cannot be used. The rest is in use. Tell your administrator:',
  'settings.force.row': '{setting}, row {row}: {message}',
  'settings.force.in': '{setting}: {message}',
  'settings.lock': 'When the vault locks',
  'settings.lock.after': 'Lock after this long without typing or moving the pointer',
  'settings.lock.hint':
    'It also locks when the screen locks, when the computer sleeps, and when the browser closes',
  'settings.lock.policy': {
    one: 'Your force allows at most 1 minute',
    other: 'Your force allows at most {count} minutes',
  },
  'settings.lock.minutes': { one: '1 minute', other: '{count} minutes' },
  'settings.lock.set': {
    one: 'The vault will lock after 1 minute.',
    other: 'The vault will lock after {count} minutes.',
  },
  'settings.blank':
    'To hide everything at once, press {key}. All pages go blank and the vault locks.',
  'settings.secrets': 'Passphrase and recovery key',
  'settings.secrets.what':
    'Either opens the vault. Changing one does not change the other, or your records.',
  'settings.passphrase.change': 'Change the passphrase',
  'settings.recovery.new': 'Make a new recovery key',
  'settings.card': 'Your colleague card',
  'settings.current.passphrase': 'The passphrase that you have now',
  'settings.current.recovery': 'The recovery key that you have now',
  'settings.passphrase.title': 'Change the passphrase',
  'settings.passphrase.new': 'New passphrase',
  'settings.passphrase.again': 'The new passphrase again',
  'settings.passphrase.copies':
    'A copy of the vault that somebody took before still opens with the old passphrase. If you think that somebody knows it, tell your administrator too.',
  'settings.passphrase.changing': 'Changing…',
  'settings.passphrase.changed': 'The passphrase was changed',
  'settings.passphrase.changed.body':
    'Use the new one from now on. Your recovery key is the same as before.',
  'settings.recovery.title': 'Make a new recovery key',
  'settings.recovery.why':
    'Do this when the recovery key is lost, or somebody may have seen it. The old key stops opening the vault as soon as the new one is shown.',
  'settings.recovery.making': 'Making it…',
  'settings.recovery.made': 'The new recovery key is in use',
  'settings.recovery.made.body':
    'Destroy the old one, on paper or in a file: it opens nothing now.',
  'settings.recovery.lost':
    'If you leave before you have kept it, your passphrase still opens the vault: make another key.',
  'settings.policy': 'Appropriate policy document',
  'settings.policy.what':
    'The law asks your force for this document before health, ethnicity, religion and the like are recorded (Data Protection Act 2018, section 42).',
  'settings.policy.reference': 'Reference of the document',
  'settings.policy.hint': 'For example, APD-2026-07. Your data protection officer knows it',
  'settings.policy.hint-empty':
    'Your data protection officer knows it. While this is empty, the toolkit does not take such values',
  'settings.policy.missing': 'Enter the reference of the document',
  'settings.policy.save': 'Save the reference',
  'settings.policy.saved': 'The reference was saved.',
  'settings.policy.removed': 'The reference was removed.',
  'settings.cancel': 'Cancel',
  'settings.no-answer':
    'Nothing was changed, because the part of the toolkit that keeps the records did not answer. Try again.',
} as const;

/** Words of the lock screen. */
export const lock = {
  'lock.title': 'Unlock',
  'lock.kind': 'Vault',
  'lock.kind.practice': 'Practice',
  'lock.kind.live': 'Live',
  'lock.one.practice': 'Practice vault',
  'lock.one.live': 'Live vault',
  'lock.passphrase': 'Passphrase',
  'lock.passphrase.missing': 'Enter your passphrase',
  'lock.recovery': 'Recovery key',
  'lock.recovery.hint':
    'Eight groups of letters and digits, from your print, your file or your own copy',
  'lock.recovery.missing': 'Enter the recovery key',
  'lock.use-recovery': 'Use the recovery key instead',
  'lock.use-passphrase': 'Use the passphrase instead',
  'lock.submit': 'Unlock',
  'lock.opening': 'Unlocking…',
  'lock.failed': 'That did not open the vault. Check what you typed, and try again.',
  'lock.wait': {
    one: 'You can try again in 1 second.',
    other: 'You can try again in {count} seconds.',
  },
  'lock.forgotten': 'Forgotten your passphrase?',
  'lock.forgotten.recovery':
    'The recovery key from the day when the vault was set up opens it. It is where your force keeps such things, on paper or in a file, not on this computer.',
  'lock.forgotten.none':
    'Without the passphrase and the recovery key nobody can open the vault: not your administrator, and not the people who made this.',
  'lock.set-up.practice': 'Set up a practice vault',
  'lock.set-up.live': 'Set up a live vault',
  'lock.kept': 'Anything you were typing is safe, and comes back when you unlock.',
} as const;

/** Of a vault that cannot be opened whole: the words that a page may need at once. */
export const recoveryAtOnce = {
  'recovery.from-lock.live': 'The live records cannot be opened: see what can be done',
  'recovery.from-lock.practice': 'The practice records cannot be opened: see what can be done',
  'recovery.restore.back': 'Back to what can be done',
} as const;

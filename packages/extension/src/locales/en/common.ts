/** Words that every area uses. */
export const common = {
  'common.product': 'Cyber Prevent Toolkit',
  'common.marking': 'OFFICIAL-SENSITIVE',
  'common.practice': 'Practice vault: every person must be fictional',
  'common.practice.short': 'Practice: all fictional',
  'common.save': 'Save',
  'common.loading': 'Opening…',
  'common.continue': 'Continue',
  'common.back': 'Back',
  'common.cancel': 'Cancel',
  'common.yes': 'Yes',
  'common.no': 'No',
  'common.show': 'Show',
  'common.hide': 'Hide',
  'common.not-recorded': 'Not recorded',
  'common.important': 'Important',
  'common.success': 'Success',
  'common.warning': 'Warning',
  'common.error-prefix': 'Error:',
  'common.unexpected':
    'This could not be done: {why}. What you typed is still here. Try again, and tell your administrator if it happens again.',
  'common.problem': 'There is a problem',
  'common.saving': 'Keeping your draft…',
  'common.saved-at': 'Draft kept at {time}. It is not yet a record.',
  'common.not-saved':
    'What you typed is not safe yet. {why} It stays here while this page is open.',
  'common.vault-locked': 'The vault is locked.',
  'common.conflict.title': 'This was changed in another window',
  'common.conflict.choose':
    'This was changed in another window. Choose which of the two to keep, then save.',
  'common.conflict.body':
    'Both are kept until you choose. Use what the other window has, or keep what is here.',
  'common.gone.choose':
    'This was saved or discarded in another window. Choose what to do with what is entered here, then save.',
  'common.conflict.use-that': 'Use that',
  'common.conflict.keep-this': 'Keep this one',
} as const;

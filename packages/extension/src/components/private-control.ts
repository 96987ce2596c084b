/**
 * What every control carries, because a browser writes typed text to its profile and a writing assistant may send it
 * out: nothing is completed, checked, or suggested. The `Form` around it says so once more.
 */
export const PRIVATE_CONTROL = {
  autocomplete: 'off',
  // Written so, it is set as an attribute: as a property it is a switch, which any word turns on.
  autoCorrect: 'off',
  autocapitalize: 'off',
  spellcheck: false,
  writingsuggestions: 'false',
} as const;

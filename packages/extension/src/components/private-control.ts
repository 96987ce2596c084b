/**
 * Attributes of every control. A browser writes typed text to its profile, and a writing assistant may send it out, so
 * nothing is completed, checked or suggested. The surrounding `Form` also turns completion off.
 */
export const PRIVATE_CONTROL = {
  autocomplete: 'off',
  // In this spelling it is set as an attribute; the property is a switch, which any text turns on.
  autoCorrect: 'off',
  autocapitalize: 'off',
  spellcheck: false,
  writingsuggestions: 'false',
} as const;

/** The help panel: what the screen is for, the list of keys, and how to change them. */
export const help = {
  'help.title': 'Help',
  'help.screen': 'This screen',
  'help.keys': 'Keyboard shortcuts',
  'help.intro':
    'Everything can be done with the Tab key, the arrow keys, Space and Enter. These keys are quicker.',
  'help.settings': 'Choose the keys',
  'help.concern-key': 'Key for a safeguarding concern',
  'help.concern-key.hint': 'Choose another if your computer uses this key for something else',
  'help.blank-key': 'Key for the blank screen',
  'help.single-keys': 'Use single letters as shortcuts in lists',
  'help.single-keys.hint':
    'Switch this off if you speak to your computer, or press keys by accident',
  'help.close': 'Close',
} as const;

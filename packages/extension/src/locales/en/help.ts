/** The help panel: what the screen is for, the list of keys, and how to change them. */
export const help = {
  'help.title': 'Help',
  'help.screen': 'This screen',
  'help.keys': 'Keyboard shortcuts',
  'help.intro':
    'Everything can be done with the Tab key, the arrow keys, Space and Enter. These keys are quicker.',
  'help.close': 'Close',
} as const;

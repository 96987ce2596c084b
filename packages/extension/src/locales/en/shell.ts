/** Words around every view: header, navigation, help, what the vault's state is. */
export const shell = {
  'shell.marking': 'Marking',
  'shell.skip': 'Skip to main content',
  'shell.officer': '{name}, {number}',
  'shell.lock': 'Lock',
  'shell.concern': 'Safeguarding concern',
  'shell.workspace': 'Workspace',
  'shell.nav': 'Screens',
  'shell.nav.review': 'Capture',
  'shell.nav.subjects': 'Subjects',
  'shell.nav.intervention': 'Intervention',
  'shell.nav.note': 'Note',
  'shell.nav.saved-page': 'Saved page',
  'shell.keys': 'Keys',
  'shell.dismiss': 'Dismiss this message',
  'shell.checking': 'Looking for your vault…',
  'shell.unavailable': 'The vault cannot be opened',
  'shell.unavailable.next':
    'Nothing was deleted. If this stays, tell your administrator before you do anything else, and work on paper or on your force’s own system meanwhile.',
  'shell.not-loaded':
    'This screen could not be opened, because the toolkit was updated meanwhile. Close this page and open it again. What you typed is put away.',
  'shell.emergency.title': 'If somebody is in danger now',
  'shell.emergency.call': 'Call 999. Do not wait to record it.',
  'shell.emergency.tell':
    'If it is not immediate, tell the designated safeguarding lead or children’s social care (MASH), and your supervisor.',
  'shell.emergency.locked':
    'A concern can be recorded here only while the vault is unlocked. Tell people first, record afterwards.',
  'shell.emergency.close': 'Close',
  'help.title': 'Keys and settings',
  'help.intro':
    'Everything can be done with the Tab key, the arrow keys, Space and Enter. These keys are quicker.',
  'help.everywhere': 'On every screen',
  'help.concern': 'Raise a safeguarding concern',
  'help.on-page': 'On the page to be read',
  'help.capture': 'Read the page that is open, as the toolbar button does',
  'help.help': 'Show this list',
  'help.settings': 'Settings',
  'help.concern-key': 'Key for a safeguarding concern',
  'help.concern-key.hint': 'Choose another if your computer uses this key for something else',
  'help.single-keys': 'Let single letters act in lists',
  'help.single-keys.hint':
    'Switch this off if you speak to your computer, or press keys by accident',
  'help.close': 'Close',
  'help.card': 'Your colleague card',
} as const;

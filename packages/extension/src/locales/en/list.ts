export const list = {
  'list.all': 'All',
  'list.terms': 'What to show',
  'list.found': '{found} of {all}',
  'list.nothing': 'Nothing here matches. Change what you look for, or clear it.',
  'list.keys': 'In the rows, use the arrow keys to move and Enter to open.',
  'list.find-in-page':
    'Only rows near the screen are in the page, so Ctrl+F (or ⌘F) in the browser does not find the others. Look for them in the box above.',
  'list.not-read': 'The list could not be read: {why}',
  'list.views': 'Saved views',
  'list.views.none':
    'A saved view keeps what you look for and the order of the list, under a name.',
  'list.views.label': 'Saved views of this list',
  'list.views.name': 'Name of the view',
  'list.views.name.hint': 'It keeps what you look for and the order as they are now',
  'list.views.name.missing': 'Enter a name for the view',
  'list.views.name.taken':
    'There is a view of this name. Enter another name, or remove that one first.',
  'list.views.name.many': 'There are {count} saved views, which is the most. Remove one first.',
  'list.views.save': 'Save this view',
  'list.views.remove': 'Remove',
  'list.views.reset': 'Show the whole list',
  'list.views.saved': 'The view is saved.',
  'list.views.removed': 'The view is removed.',
} as const;

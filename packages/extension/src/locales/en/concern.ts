/** Words of the screen that says who was told of a concern. */
export const concern = {
  'concern.title': 'Say who was told',
  'concern.logged': 'Opening this page was logged.',
  'concern.raised': 'Recorded {moment}',
  'concern.what': 'The concern',
  'concern.save': 'Save who was told',
  'concern.saved': 'Who was told of the concern is on the record',
  'concern.loading': 'Opening the concern…',
  'concern.done': 'Somebody has been told of this concern already. It is no longer due.',
  'concern.call':
    'Call 999 if somebody is in danger now. Tell people first, and record it afterwards.',
} as const;

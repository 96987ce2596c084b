/** Words of handling conditions: given with a reading, corrected, and lifted by a permission. */
export const handling = {
  'handling.title': 'Conditions on what you read',
  'handling.intro':
    'Give these only if it came with conditions: in a national package, a report or a graded note. They stay with every value that you take from it, and stop what they do not allow.',
  'handling.told.title': 'Conditions on what you were told',
  'handling.of': 'Conditions on {system}: {title}',
  'handling.shown': 'The page shows: {what}. Nothing is taken from this by itself.',
  'handling.shown.use': 'Use what the page shows',
  'handling.package': 'Package or report reference',
  'handling.package.short': 'reference {reference}',
  'handling.code.short': 'handling {codes}',
  'handling.code': 'Handling code',
  'handling.none': 'None was given',
  'handling.action': 'Action condition',
  'handling.sanitisation': 'Sanitisation condition',
  'handling.instructions': 'Handling instructions',
  'handling.instructions.hint': 'Who may see it and what may be done, as the originator wrote it',
  'handling.conditions': 'Conditions in words',
  'handling.conditions.hint':
    'Any other condition, as the originator wrote it. For example: do not tell the school',
  'handling.apply': 'Conditions apply',
  'handling.stopped': 'Left out because of its conditions',
  'handling.printed': 'These are printed on it:',
  'handling.file':
    'Given on conditions, so not in the file: {fields}. A file has no room for conditions. Give it on paper, or send it sealed to a colleague.',
  'handling.fill': 'Some values were given on conditions',
  'handling.fill.why':
    'Another system does not keep the conditions with a value. Enter them there yourself if you type it.',
  'handling.contact': 'Not to be used: conditions apply',
  'handling.correct': 'Correct the conditions',
  'handling.correct.said': 'The conditions were corrected.',
  'handling.correct.note':
    'Anybody can make conditions stricter. To make them less strict, enter who permitted it, when, and by which reference.',
  'handling.why': 'Why you change them',
  'handling.permitted-by': 'Who permitted it',
  'handling.permitted-by.hint': 'Only if the conditions become less strict',
  'handling.permitted-on': 'Permitted on',
  'handling.permitted-reference': 'Reference of the permission',
  'handling.permit': 'Record a permission to share',
  'handling.permit.said': 'The permission was recorded.',
  'handling.permit.note':
    'The permission lifts the conditions for what you select, of this capture alone. It never lifts what they forbid.',
  'handling.end': 'End this permission',
  'handling.end.said': 'The permission ended.',
  'handling.permissions': 'Permissions to share',
} as const;

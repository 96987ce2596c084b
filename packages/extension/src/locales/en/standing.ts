/** The standing of lists, limits, rules, instruments and forms of papers, at the foot of each screen that uses them. */
export const standingText = {
  'standing.label': 'Standing of the lists and rules on this page',
  'standing.none': 'Not official: the lists and rules on this page',
  'standing.packs': 'Not official: the lists and rules on this page, some from a pack',
  'standing.some': 'Some lists and rules on this page are official, others are not',
  'standing.all': 'Official: the lists and rules on this page',
  'standing.with-recalls': {
    one: '{words}. 1 was recalled',
    other: '{words}. {count} were recalled',
  },
  'standing.ours': 'This toolkit’s own, not official',
  'standing.from': 'From {issuer}. {words}',
  'standing.row': '{title}: {source}',
  'standing.recalled':
    'Version {version} of “{title}” from {issuer} was recalled on {date}. {reason}',
  'standing.loading': 'Reading where the rules come from…',
  'standing.failed': 'Where the rules come from could not be read. Try again, or see Definitions.',
} as const;

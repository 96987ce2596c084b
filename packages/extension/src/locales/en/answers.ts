/** Questions asked before sensitive values and open source are kept. */
export const answers = {
  'answers.condition': 'Why you may take: {label}',
  'answers.condition.special': 'This is special category data.',
  'answers.condition.criminal':
    'This is about an alleged offence, and you take it outside Part 3 of the Data Protection Act 2018.',
  'answers.condition.hint':
    'Your answer is kept for this value and this person, so you are not asked again.',
  'answers.condition.held':
    'If you were asked about this person before, choose them under “Who is this about?” and leave this empty.',
  'answers.condition.regime': 'Law',
  'answers.condition.condition': 'Condition',
  'answers.condition.why': 'Why it is strictly necessary',
  'answers.condition.remembered': 'On {date} you answered for this person: {condition}. {why}',
  'answers.condition.again': 'Answer again',
  'answers.condition.keep': 'Keep the earlier answer',
  'answers.condition.no-policy':
    'You are taking special category data: {labels}. The law asks your force for an appropriate policy document first, and none is entered. Enter its reference, or leave or mask the value.',
  'answers.words': 'Does the {label} say something about a person’s {kinds}?',
  'answers.words.hint':
    'It contains the words {words}. A word alone decides nothing: read the text, and answer for what it says.',
  'answers.words.yes': 'Yes',
  'answers.words.yes.hint': 'You are then asked for the condition under which you take it',
  'answers.words.no': 'No',
  'answers.authority': 'What authority did you have to look at this?',
  'answers.authority.hint':
    'This page is open source: {systems}. Looking at one profile again and again can need an authority. The toolkit visits nothing unless you do.',
  'answers.authority.reference': 'Reference of the authority',
  'answers.authority.why-none': 'Why no authority is needed',
  'answers.authority.earlier': {
    one: 'You have kept 1 capture of {profile} before',
    other: 'You have kept {count} captures of {profile} before',
  },
  'answers.authority.none': 'No capture of {profile} is kept so far',
  'answers.authority.line': '{at}: {title}',
} as const;

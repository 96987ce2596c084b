/** Words for an account typed by hand, such as a telephone call. */
export const told = {
  'told.title': 'Type what you were told',
  'told.intro':
    'For a telephone call or a conversation. Enter what you know and leave the rest empty. You review it before anything is kept.',
  'told.source': 'Where is it from?',
  'told.source.hint': 'For example: telephone call',
  'told.source.missing': 'Enter where it is from',
  'told.by': 'Who told you?',
  'told.by.hint': 'Their name or, if you do not have it, who they are: “a teacher at the school”',
  'told.by.missing': 'Enter who told you',
  'told.at': 'When did they tell you?',
  'told.at.missing': 'Enter when they told you: a real date and time, not in the future',
  'told.facts': 'What were you told?',
  'told.facts.missing': 'Enter at least one thing that you were told',
  'told.facts.narrative': 'What they said, in their words',
  'told.more': 'About the caller and others',
  'told.read': 'Review this',
} as const;

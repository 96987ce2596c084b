/** The practice system's codes for our kinds of intervention, the same in all its looks. */
export const KIND_CODES = {
  'cease-and-desist-visit': 'CND',
  'cease-and-desist-letter': 'CNL',
  'home-visit': 'HV',
  'one-to-one': '121',
  workshop: 'WS',
  mentoring: 'MEN',
  'parent-session': 'PAR',
} as const;

/** An instrument as a team might write it, small enough for its levels and its kappa to be worked out by hand. */

const because = (text: string) => ({ kind: 'judgement', text });

export const CLUB_CHECK = {
  id: 'club-check',
  title: 'Club check',
  version: '1.0.0',
  status: 'professional-judgement',
  source: 'Written by the North Test team; judgement',
  applies: [
    { fact: 'age', atLeast: 10, atMost: 17, reason: because('Written for children of 10 to 17.') },
  ],
  minimum: [{ answered: 2, reason: because('One answer is too little.') }],
  scale: { present: 2, partly: 1, absent: 0 },
  items: [
    {
      id: 'access',
      prompt: 'Has used an account without authority',
      plain: 'Using an account without permission',
      bears: 'concern',
      weight: 2,
      source: 'Computer Misuse Act 1990, section 1',
    },
    {
      id: 'forums',
      prompt: 'How often on forums where misuse is taught',
      plain: 'Time on forums where breaking the law is taught',
      bears: 'concern',
      points: { daily: 4, weekly: 2, never: 0 },
      answers: { daily: 'Every day', weekly: 'Every week', never: 'Never' },
      source: 'Judgement',
    },
    {
      id: 'adult',
      prompt: 'Has an adult who knows of the concern',
      plain: 'There is an adult whom you can talk to',
      bears: 'strength',
      weight: 1,
      source: 'Judgement',
    },
    { id: 'hurt', prompt: 'Somebody was hurt', bears: 'concern', source: 'Judgement' },
    {
      id: 'support',
      prompt: 'Needs support that the plan should allow for',
      bears: 'context',
      source: 'Judgement',
    },
  ],
  bands: [
    { id: 'low', label: 'Low', from: -2 },
    { id: 'medium', label: 'Medium', from: 3 },
    { id: 'high', label: 'High', from: 6 },
  ],
  rules: [
    {
      id: 'somebody-hurt',
      when: [{ items: ['hurt'], answers: ['present'] }],
      atLeast: 'high',
      reason: because('Somebody was hurt.'),
    },
  ],
} as const;

/** The file as it would be given away. */
export const CLUB_CHECK_FILE = JSON.stringify(CLUB_CHECK, null, 2);

/** Its next version. */
export const NEXT_CLUB_CHECK_FILE = CLUB_CHECK_FILE.replace('"1.0.0"', '"1.1.0"');

/** The file with one wrong letter, on the line that the refusal names. */
export const WRONG_FILE = CLUB_CHECK_FILE.replace('"bears": "strength"', '"bears": "strenght"');
export const WRONG_LINE = WRONG_FILE.split('\n').findIndex((line) => line.includes('strenght')) + 1;

import { describe, expect, it } from 'vitest';
import { factsIn } from '../../testing/email-under-test.js';

function incidentsIn(sentence: string): readonly string[] {
  const facts = factsIn(`I would like to refer our pupil Tobias Wren in Year 9.\n${sentence}`);
  return facts['referral.incidentDates[]'] ?? [];
}

describe('an incident date', () => {
  it.each([
    ['He changed a password on 21 September 2026.', '2026-09-21'],
    ['The incident (21/09/2026) took down the school site.', '2026-09-21'],
    ['On 21 September 2026 he hit a game server.', '2026-09-21'],
    ['Two buyers; the first sale: 21.09.2026.', '2026-09-21'],
    ['A video of 21 September 2026 shows how a server is flooded.', '2026-09-21'],
  ])('is one where the sentence tells what happened: %s', (sentence, date) => {
    expect(incidentsIn(sentence)).toEqual([date]);
  });

  it.each([
    'Tobias Wren (Year 9, 21.03.2013) changed a password.',
    'Tobias is 13 (21/03/2013) and used a booter.',
    'The file says that the date of birth is 21 March 2013.',
    'It is my birthday (21 March 1980) so I was brief.',
    'He is on licence to 21/09/2028 and has a phone.',
    'The panel date is 21/09/2026 and he was told.',
    'We have an appointment on 21 September 2026 that he has agreed to.',
    'I have known him since 21 September 2024 and he has been polite.',
    'Completed by Ada Lowe, Tutor, 21/09/2026',
    'Action: to refer. - AL 21/09/2026',
    '21 September 2026',
  ])('is none of another day: %s', (sentence) => {
    expect(incidentsIn(sentence)).toEqual([]);
  });
});

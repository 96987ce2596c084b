/** From the person's record: the words first, how it went, and the save; the rest is as it was the last time. */
import { daysBefore } from '../caseload.ts';
import type { Job } from '../job.ts';

export const logIntervention: Job = {
  id: 'log-intervention',
  async run(desk) {
    const person = await desk.keeps({
      name: 'Perran Holloway',
      bornOn: '2009-07-22',
      status: 'accepted',
      daysAgo: 30,
      contactOn: daysBefore(desk.today, 8),
    });
    await desk.opensPerson(person);
    const hand = desk.hand();
    await hand.press('Log an intervention');
    await hand.see('Some answers are as on');
    await hand.type('What happened', 'We talked through what the law says about passwords.');
    await hand.pick('Outcome', 'Engaged');
    await hand.press(`Log for ${person.name}`);
    await hand.see(`The contact with ${person.name} was logged`);
    return hand;
  },
};

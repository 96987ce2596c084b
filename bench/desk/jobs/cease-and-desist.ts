/** From Today: a notice that was served on a visit is recorded, for a person of whom no offence is suspected. */
import { fromToday } from '../from-today.ts';
import type { Job } from '../job.ts';

export const ceaseAndDesist: Job = {
  id: 'cease-and-desist',
  async run(desk) {
    const { hand } = await fromToday(desk, {
      name: 'Meraud Trevanion',
      bornOn: '2009-04-18',
      status: 'accepted',
      daysAgo: 90,
    });
    await hand.press('More');
    await hand.press('Record that a notice was served');
    await hand.see('Are there grounds to suspect an offence?');
    await hand.pick('Are there grounds to suspect an offence?', 'No');
    await hand.pick('How it was served', 'In person');
    await hand.pick('Did they acknowledge it?', 'Signed for');
    await hand.press('Save the served notice');
    await hand.see('recorded as served');
    return hand;
  },
};

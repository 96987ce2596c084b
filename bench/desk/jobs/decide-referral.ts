/** From Today: a referral is accepted, with what it says in view before anything is chosen. */
import { fromToday } from '../from-today.ts';
import type { Job } from '../job.ts';

export const decideReferral: Job = {
  id: 'decide-referral',
  async run(desk) {
    const { hand, name } = await fromToday(
      desk,
      {
        name: 'Kerensa Tregenza',
        bornOn: '2011-06-02',
        status: 'received',
        daysAgo: 60,
      },
      'Decide on a referral',
    );
    await hand.see('Decide on the referral');
    await hand.inSight('Signed in with a teacher');
    await hand.pick('Decision', 'Accept the referral');
    await hand.press('Suitable for the programme');
    await hand.press(`Accept ${name}’s referral`);
    await hand.see(`The decision was saved for ${name}`);
    return hand;
  },
};

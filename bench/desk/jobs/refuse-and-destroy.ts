/** From Today: a referral is refused, and on a page of its own what is held is destroyed. */
import { fromToday } from '../from-today.ts';
import type { Job } from '../job.ts';

export const refuseAndDestroy: Job = {
  id: 'refuse-and-destroy',
  async run(desk) {
    const { hand, name } = await fromToday(
      desk,
      {
        name: 'Thaddeus Wenlock',
        bornOn: '2010-09-21',
        status: 'received',
        daysAgo: 60,
      },
      'Decide on a referral',
    );
    await hand.see('Decide on the referral');
    await hand.pick('Decision', 'Refuse the referral');
    await hand.press('Does not wish to take part');
    await hand.press(`Refuse ${name}’s referral and continue`);
    await hand.see(`Destroy everything held about ${name}?`);
    await hand.type('Name to confirm', name);
    await hand.press('Refuse and destroy');
    await hand.see('everything held about this person was destroyed');
    return hand;
  },
};

/** From Today: a referral is refused, and on a page of its own what is held is destroyed. */
import type { Job } from '../job.ts';

export const refuseAndDestroy: Job = {
  id: 'refuse-and-destroy',
  async run(desk) {
    const { name } = await desk.keeps({
      name: 'Thaddeus Wenlock',
      bornOn: '2010-09-21',
      status: 'received',
      daysAgo: 60,
    });
    await desk.opensToday();
    const hand = desk.hand();
    await hand.pressRow(name, 'Decide on a referral');
    await hand.see('Decide on the referral');
    await hand.pick('Decision', 'Refuse the referral');
    await hand.press('Does not wish to take part');
    await hand.press('Refuse and continue');
    await hand.see(`Destroy what is held about ${name}?`);
    const reference = await hand.page.$eval(
      '.cp-reference',
      ({ textContent }) => textContent ?? '',
    );
    await hand.type('Reference to confirm', reference);
    await hand.press('Refuse and destroy');
    await hand.see('what was held is destroyed');
    return hand;
  },
};

/** From Today: the case summary of a person is given to a school, with what may not go left out. */
import { saves } from '../../../packages/extension/e2e/downloads.ts';
import { fromToday } from '../from-today.ts';
import type { Job } from '../job.ts';

export const giveSummary: Job = {
  id: 'give-summary',
  async run(desk) {
    // First contact is long overdue, so the person is at the top of Today.
    const { hand } = await fromToday(desk, {
      name: 'Lowenna Carveth',
      bornOn: '2010-11-30',
      status: 'accepted',
      daysAgo: 90,
    });
    await hand.press('Case summary');
    await hand.see('Where is it going?');
    await hand.select('Where is it going?', 'School');
    await hand.type('Who receives it?', 'Head of Testford Academy');
    await hand.select('Legal gateway', 'To safeguard a child');
    await saves(desk.officer, () => hand.press('Save as HTML'));
    await hand.see('The summary was exported and the disclosure logged');
    return hand;
  },
};

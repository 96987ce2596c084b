/** From Today: a case whose work is done is closed, reviewed, and destroyed on a page of its own. */
import { daysBefore } from '../caseload.ts';
import type { Job } from '../job.ts';

export const closeAndDispose: Job = {
  id: 'close-and-dispose',
  async run(desk) {
    const person = await desk.keeps({
      name: 'Zenobia Polkinghorne',
      bornOn: '2008-08-08',
      status: 'accepted',
      daysAgo: 40,
      contactOn: daysBefore(desk.today, 20),
    });
    await desk.opensToday();
    const hand = desk.hand();
    await hand.press('Subjects');
    await hand.type('Find a subject', person.name);
    await hand.pressRow(person.name);
    await hand.see('Opening this page was logged.');
    await hand.press('More');
    await hand.press('Close the case');
    await hand.see('first contact, follow-ups and assessments are paused');
    await hand.select('Why it is closed', 'No further concern');
    await hand.type('Reason', 'The plan is done.');
    if (await hand.says('I have seen what is still open'))
      await hand.press('I have seen what is still open');
    await hand.press('Close the case');
    await hand.see('is in the diary');
    await hand.press('Review whether it is still needed');
    await hand.see('Answer no to questions');
    await hand.press('Answer no to questions');
    for (const id of await hand.page.evaluate(questionBoxes))
      await hand.typeAt(id, 'Nothing on record says so.');
    await hand.pick('Retain or dispose', 'Dispose');
    await hand.type('Rationale', 'Every answer is no, and the work is done.');
    await hand.press('Save the review');
    await hand.see(`Destroy everything held about ${person.name}?`);
    await hand.type('Name to confirm', person.name);
    await hand.press('Destroy all of this');
    await hand.see('Certificate of disposal');
    return hand;
  },
};

/** Runs in the page. @returns ids of the boxes for the reasons of the answers */
function questionBoxes(): readonly string[] {
  return [...document.querySelectorAll<HTMLTextAreaElement>('main fieldset textarea')].map(
    ({ id }) => id,
  );
}

/** From Today: an instrument of 32 items is answered, the rest of them not known, and the draft is saved. */
import { fromToday } from '../from-today.ts';
import type { Job } from '../job.ts';

const INSTRUMENT = 'Cyber Prevent structured judgement';
/** Answers that an officer knows after two visits; the rest is not known. */
const KNOWN = 28;

export const assess: Job = {
  id: 'assess',
  async run(desk) {
    const { hand } = await fromToday(desk, {
      name: 'Hedra Nankivell',
      bornOn: '2010-02-09',
      status: 'accepted',
      daysAgo: 90,
    });
    await hand.press('More');
    await hand.press('Start an assessment');
    await hand.see('Which instrument?');
    await hand.press(`Use ${INSTRUMENT}`);
    await hand.see('items are answered');
    const prompts = await hand.page.evaluate(itemPrompts);
    for (const prompt of prompts.slice(0, KNOWN)) await hand.pickFirst(prompt);
    await hand.press('Answer not known to the rest');
    await hand.press('Save without signing');
    await hand.see('The draft is saved');
    return hand;
  },
};

/** Runs in the page. @returns the legends of the items, in their order */
function itemPrompts(): readonly string[] {
  return [...document.querySelectorAll('main fieldset')]
    .filter((each) => each.querySelector('input[type="radio"]'))
    .map((each) => (each.querySelector('legend')?.textContent ?? '').replace(/\s+/g, ' ').trim());
}

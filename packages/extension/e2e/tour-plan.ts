/**
 * The screens of work with a subject: the plan and its forms, sessions, a notice and its papers, stop cards, several
 * subjects at once, the quick log.
 */
import {
  cancels,
  chooses,
  control,
  dates,
  goesTo,
  presses,
  saveWords,
  sees,
  types,
} from './officer.ts';
import type { Tour } from './tour.ts';
import {
  choosesFirst,
  looksForNothing,
  opensAfresh,
  opensAll,
  opensSection,
  ticks,
  typesIfEmpty,
} from './tour-controls.ts';

/** Forty days ahead, as three boxes take it: no later than any review may be without a reason. */
const SOON = new Date(Date.now() + 40 * 86_400_000)
  .toISOString()
  .slice(0, 10)
  .split('-')
  .map(Number)
  .toReversed()
  .join('/');

/** From anywhere, to the quick log. There is at least one subject. */
export async function toursPlan({ page, visit }: Tour): Promise<void> {
  const opens = async (section: string): Promise<void> => {
    await sees(page, 'Opening this page was logged.');
    await opensSection(page, section);
  };
  await goesTo(page, 'Subjects');
  await control(page, 'Find a subject');
  await looksForNothing(page);
  const row = await page.waitForSelector('tbody th button');
  const name = (await row?.evaluate((button) => button.textContent ?? '')) ?? '';
  await row?.focus();
  await page.keyboard.press('Enter');
  await opens('Plan');
  // The subject of the other surface may have a plan already: then another replaces it.
  const hasPlan = await page.evaluate(() => document.body.innerText.includes('Review the plan'));
  await presses(page, hasPlan ? 'Replace the plan with a new one' : 'Make a plan');
  await sees(page, 'Make it with the young person.');
  // A day for the review is proposed: without one, the plan is refused.
  await dates(page, 'Review due', '31/2/2030');
  await presses(page, 'Save the plan');
  await sees(page, 'There is a problem');
  await visit('plan-make');
  await typesIfEmpty(
    page,
    'The young person’s own plan',
    'I want to do the competition, and keep my computer.',
  );
  await dates(page, 'Review due', SOON);
  await presses(page, 'Save the plan');
  await opens('Plan');
  await presses(page, 'Add an objective');
  await sees(page, 'Person responsible');
  await typesIfEmpty(page, 'Need', 'Nobody shows interest in what they can do.');
  await typesIfEmpty(page, 'Objective', 'Takes part in a legal competition');
  await typesIfEmpty(page, 'How we will know', 'A result on the board, shown to a teacher.');
  await dates(page, 'Target date', SOON);
  await presses(page, 'Save the objective');
  await sees(page, 'There is a problem');
  await visit('plan-objective');
  await typesIfEmpty(page, 'Person responsible', 'Ottilie Brandt');
  await presses(page, 'Save the objective');
  await opens('Plan');
  await presses(page, 'Arrange a session');
  await choosesFirst(page, 'Kind of intervention');
  await dates(page, 'Arranged for', SOON);
  await visit('session-arrange');
  await presses(page, 'Arrange the session');
  await opens('Interventions');
  await presses(page, 'Call off or excuse the session');
  await sees(page, 'Why will it not take place?');
  await presses(page, 'Call off the session');
  await sees(page, 'There is a problem');
  await visit('session-came');
  await cancels(page);
  await opens('Plan');
  await presses(page, 'Say whether it was achieved');
  await sees(page, 'Was the objective achieved?');
  await visit('plan-close');
  await cancels(page);
  await opens('Plan');
  await presses(page, 'Review the plan');
  await sees(page, 'Who came');
  await types(page, 'Who came', 'Ottilie Brandt');
  await types(page, 'What the young person said', 'The forum is boring now.');
  await types(page, 'Your view', 'On the way.');
  await dates(page, 'Next review', SOON);
  await visit('plan-review');
  await presses(page, 'Save the review');
  await opens('Plan');
  await opensAll(page);
  await visit('subject-plan');
  await presses(page, 'End the plan');
  await sees(page, 'The plan cannot end yet');
  await visit('plan-end');
  await presses(page, 'Back to the plan');
  await opens('Cease and desist, stop cards');
  await presses(page, 'Record that a notice was served');
  await chooses(page, 'Not known');
  await sees(page, 'Which notice was served?');
  await presses(page, await saveWords(page));
  await sees(page, 'There is a problem');
  await visit('notice-serve');
  await chooses(page, 'The notice of this toolkit');
  await chooses(page, 'No');
  await chooses(page, 'I have read this, and there are no grounds to suspect an offence');
  await chooses(page, 'In person');
  await chooses(page, 'Section 1: unauthorised access');
  await chooses(page, 'Signed for');
  await presses(page, await saveWords(page));
  await sees(page, 'The notice was recorded as served');
  await opens('Cease and desist, stop cards');
  await visit('subject-notices');
  await presses(page, 'Papers for this notice');
  await choosesFirst(page, 'Where is it going?');
  await sees(page, 'It does not say that you are guilty of anything.');
  await visit('notice-paper');
  await presses(page, 'Back to the subject');
  await opens('Cease and desist, stop cards');
  await presses(page, 'Print a notice for a visit');
  await sees(page, 'Take this to the visit');
  await visit('notice-for-visit');
  await presses(page, 'Back to the subject');
  await opens('Cease and desist, stop cards');
  await presses(page, 'Note a possible breach');
  await sees(page, 'It accuses nobody');
  await visit('notice-breach');
  await cancels(page);
  await opens('Cease and desist, stop cards');
  await presses(page, 'Open a stop card');
  await sees(page, 'This is not an interview. Ask nothing more about it.');
  await chooses(page, 'The young person, and I heard or read it myself');
  await presses(page, 'Save the stop card');
  await sees(page, 'There is a problem');
  await visit('stop-card');
  await cancels(page);
  await goesTo(page, 'Group visit');
  await opensAfresh(page, 'Who was there');
  await choosesFirst(page, 'Subject');
  await presses(page, 'Add');
  await sees(page, 'More about');
  await ticks(page, 'There was contact with the school about it');
  await chooses(page, 'Legal gateway', 'Another gateway');
  await sees(page, 'What was shared');
  await ticks(page, 'Keep an intelligence note of it');
  await presses(page, 'Log for');
  await sees(page, 'There is a problem');
  await opensAll(page);
  await visit('together');
  await goesTo(page, 'Quick log');
  await sees(page, 'Who was it with?');
  await visit('quick-log-who');
  await types(page, 'Who was it with?', name.slice(0, 4));
  await presses(page, name);
  await control(page, 'Kind of intervention');
  await presses(page, 'Log for');
  await sees(page, 'There is a problem');
  await visit('quick-log');
}

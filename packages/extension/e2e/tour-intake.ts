/**
 * The screens of intake, one after the other: from an enquiry without a name to a referral that is refused and
 * destroyed.
 */
import type { Page } from 'puppeteer-core';
import { confirmsDestroying, saysNoCrime } from './intake-steps.ts';
import {
  chooses,
  control,
  dates,
  goesTo,
  presses,
  saveWords,
  says,
  sees,
  types,
} from './officer.ts';
import { savesReferral } from './saves-referral.ts';
import { saysHow } from './told-steps.ts';
import type { Tour } from './tour.ts';
import {
  choosesFirst,
  emptiesValue,
  looksForNothing,
  opensAll,
  opensFirstRow,
  opensRowThatSays,
} from './tour-controls.ts';

/** A day in the future, whenever the suite runs, and two in the past. */
const NEXT_YEAR = String(new Date().getFullYear() + 1);
const LAST_YEAR = String(new Date().getFullYear() - 1);

/** The format typed into three boxes: `29/11/2026`. */
const today = (): string => {
  const now = new Date();
  return `${now.getDate()}/${now.getMonth() + 1}/${now.getFullYear()}`;
};

/** @param person - a name unlike any other on record */
export async function toursIntake({ page, visit }: Tour, person: string): Promise<void> {
  await toursEnquiry({ page, visit });
  await toursAttached({ page, visit }, person);
  await toursReferral({ page, visit });
  await toursCorrection({ page, visit });
  await toursRefusal({ page, visit });
  await toursIdentified({ page, visit }, `${person} Aldous`);
}

async function toursEnquiry({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Enquiries');
  await sees(page, 'An enquiry asks whether');
  await visit('enquiries-none');
  await presses(page, 'Take an enquiry');
  await control(page, 'What was asked');
  await chooses(page, 'Immediate danger: call 999');
  await types(page, 'What was asked', 'A pupil called Rowan at Testford Academy sells cheats.');
  await presses(page, 'Save the enquiry');
  await sees(page, 'There is a problem');
  await sees(page, '2 things may say who the person is');
  await visit('take-enquiry');
  // A visit may have typed over it.
  await types(page, 'What was asked', 'A pupil called Rowan at Testford Academy sells cheats.');
  await chooses(page, 'A concern to pass on');
  await chooses(page, 'Who asks', 'School');
  await presses(page, 'Remove all of them');
  await sees(page, 'Nothing was found in the text');
  await types(page, 'Name', 'Ottilie Brandt');
  await types(page, 'Email address', 'safeguarding@example.org');
  await presses(page, 'Save the enquiry');
  await sees(page, 'The enquiry was saved');
  await opensAll(page);
  await visit('enquiry');
  await presses(page, 'Decide on the enquiry');
  await sees(page, 'Suitable: send the referral form');
  await presses(page, 'Save the decision');
  await sees(page, 'There is a problem');
  await chooses(page, 'Signpost elsewhere');
  await chooses(page, 'Outside the remit: bullying');
  await opensAll(page);
  await visit('decide-enquiry');
  await chooses(page, 'Outside the remit: bullying');
  await chooses(page, 'Suitable: send the referral form');
  await chooses(page, 'Suitable for the programme');
  await presses(page, 'Save the decision');
  await sees(page, 'Now reply to the enquiry');
  await presses(page, 'Reply to the enquiry');
  await presses(page, 'Save as text');
  await sees(page, 'Select where it is going');
  await visit('enquiry-reply');
  await presses(page, 'I have sent it');
  await sees(page, 'The reply was noted');
  await presses(page, 'Promise feedback');
  await sees(page, 'By when');
  await presses(page, 'Put this promise');
  await sees(page, 'There is a problem');
  await visit('promise');
  await dates(page, 'By when', `1/6/${NEXT_YEAR}`);
  await presses(page, 'Put this promise');
  await sees(page, 'The promise is in the diary');
  await goesTo(page, 'Enquiries');
  await sees(page, 'Suitable');
  await visit('enquiries');
  await opensRowThatSays(page, 'Suitable');
  await sees(page, 'When the form comes back');
  await visit('enquiry-form-sent');
}

async function toursAttached({ page, visit }: Tour, person: string): Promise<void> {
  await presses(page, 'Paste what the form says');
  await types(page, 'Where is it from?', 'Referral form');
  await types(page, 'Text', `Full name: ${person}`);
  await presses(page, 'Read this text');
  await sees(page, 'Did it begin as an enquiry?');
  await visit('review-enquiry');
  await filesReferral(page);
  await presses(page, 'Open the referral');
  await sees(page, 'Referral form questions');
  await visit('referral');
}

/** Saves as a new person, if the screen asks about one on record. */
async function filesReferral(page: Page): Promise<void> {
  await emptiesValue(page);
  await savesReferral(page);
  await sees(page, 'What next?');
}

async function toursReferral({ page, visit }: Tour): Promise<void> {
  await presses(page, 'Answer the questions');
  await types(page, '3. Own rating', '8');
  await types(page, '14. Autism', 'Says that they are autistic');
  await presses(page, 'Save the answers');
  await sees(page, 'There is a problem');
  await visit('questions');
  await choosesFirst(page, 'Condition');
  await types(page, 'Why it is strictly necessary', 'To speak with them in the way that they need');
  await presses(page, 'Save the answers');
  await sees(page, 'The answers were saved');
  await presses(page, 'Say whether it was kept');
  await sees(page, 'Was it kept?');
  await chooses(page, 'Not kept');
  await visit('promise-settle');
  await chooses(page, 'Kept');
  await presses(page, await saveWords(page));
  await sees(page, 'The promise was settled');
  await goesTo(page, 'Referrals');
  await sees(page, 'Decide on a referral');
  await visit('referrals');
}

/** The day of the referral is corrected, and then contradicts that of an incident. */
async function toursCorrection({ page, visit }: Tour): Promise<void> {
  await opensFirstRow(page);
  await presses(page, 'Correct the referral');
  await sees(page, 'How you know');
  // The page's text about incidents came with the referral.
  if (await says(page, 'Add incident date')) await presses(page, 'Add incident date');
  await dates(page, 'Incident date 1', `31/2/${LAST_YEAR}`);
  await presses(page, await saveWords(page));
  await sees(page, 'Incident date 1 must be a real date');
  await visit('referral-correct');
  await dates(page, 'Date of referral', `1/6/${LAST_YEAR}`);
  await dates(page, 'Incident date 1', `2/6/${LAST_YEAR}`);
  await saysHow(page);
  await presses(page, await saveWords(page));
  await sees(page, 'Opening this page was logged.');
  await sees(page, 'Dates that contradict each other');
  await visit('subject-dates');
  await goesTo(page, 'Referrals');
}

async function toursRefusal({ page, visit }: Tour): Promise<void> {
  await opensFirstRow(page);
  await presses(page, 'Decide on the referral');
  await chooses(page, 'Refuse the referral');
  await chooses(page, 'Does not wish to take part');
  await saysNoCrime(page);
  await types(page, 'Passed on to', 'Brackenfield duty desk');
  await types(page, 'Acknowledged by', 'Brackenfield duty desk');
  await dates(page, 'Acknowledged on', today());
  await presses(page, 'Refuse');
  await sees(page, 'To confirm, enter');
  await visit('decide-refuse');
  await presses(page, 'Keep it until a date');
  await dates(page, 'Keep until', `1/6/${NEXT_YEAR}`);
  await types(page, 'Why it is kept', 'The force keeps refusals for half a year.');
  await presses(page, 'Refuse, and keep');
  await sees(page, 'What is held is kept until');
  await presses(page, 'Decide what happens to it');
  await chooses(page, 'Destroy it now');
  await presses(page, 'Continue to destroy');
  await sees(page, 'To confirm, enter');
  await visit('refuse');
  const isAll = await says(page, 'Destroy everything held about');
  await confirmsDestroying(
    page,
    isAll ? 'Destroy everything held about' : 'Destroy the refused referral',
  );
  await sees(
    page,
    isAll ? 'Everything held about this person was destroyed' : 'The referral was destroyed',
  );
  await visit('refusals');
}

async function toursIdentified({ page, visit }: Tour, person: string): Promise<void> {
  await presses(page, 'Identified by officers');
  await presses(page, 'Identify somebody');
  await control(page, 'How they came to notice');
  await presses(page, 'Record for a decision');
  await sees(page, 'There is a problem');
  await visit('identify');
  await chooses(page, 'Somebody who is not on record');
  await types(page, 'Name, or what they are called there', person);
  await types(page, 'How they came to notice', 'Named in passing by a pupil who was visited.');
  await types(page, 'Why this person needs to be recorded', 'They may be drawn in.');
  await presses(page, 'Record for a decision');
  // Somebody on record has a name like it.
  await sees(page, 'Somebody on record may be this person');
  await chooses(page, 'It is somebody else');
  await presses(page, 'Record for a decision');
  await sees(page, 'Recorded, and due for a decision');
  await visit('identification');
  await goesTo(page, 'Referrals');
  await presses(page, 'Identified by officers');
  await sees(page, person);
  await visit('identified');
  await looksForNothing(page);
  await presses(page, person);
  await presses(page, 'Decide: refer, pass on, or dispose of the record');
  await chooses(page, 'Dispose of what is held');
  await types(page, 'Reason', 'Nothing came of it.');
  await presses(page, 'Dispose of everything held about');
  await sees(page, 'To confirm, enter');
  await visit('decide-identification');
  await confirmsDestroying(page, 'Decide and destroy');
  await sees(page, 'Nobody awaits a decision');
}

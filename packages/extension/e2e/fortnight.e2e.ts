/**
 * A fortnight of one officer, by the screens and the keyboard: Monday 2 to Friday 13 November 2026. The clock of the
 * pages is moved from morning to morning, so that every date is the day’s own. The final records, the due entries and
 * the log are compared with tables that are written by hand.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { movesClock } from './clock.ts';
import { saves } from './downloads.ts';
import { answers, handsOver, namesColleague } from './ending-steps.ts';
import { type Card, exportsCard, type Saving, takesIn } from './exchange-steps.ts';
import {
  answersEnquiry,
  bringsOldCase,
  closes,
  destroys,
  logsContact,
  opensEnquiry,
  opensReferral,
  refusesAndDestroys,
  reviewsToDispose,
} from './fortnight-steps.ts';
import {
  DIARY,
  DIARY_OF_COLLEAGUE,
  DONE,
  DONE_OF_COLLEAGUE,
  LOOKED,
  LOOKED_OF_COLLEAGUE,
  RECORDS,
  RECORDS_OF_COLLEAGUE,
} from './fortnight-table.ts';
import {
  attaches,
  decidesOn,
  keeps,
  keepsPromise,
  opensRow,
  promisesFeedback,
  takes,
} from './intake-steps.ts';
import { control, goesTo, INES, OFFICER, says, sees, unlocks } from './officer.ts';
import { launchPrepared, SET_UP_AT } from './prepared-officer.ts';
import { pushes, selects } from './tabs.ts';
import { diaryTold, learnsNames, logTold, type Names, recordsTold } from './told-by-name.ts';

const CORDELIA = 'Cordelia Ashgrove';
const BARNABY = 'Barnaby Quillon';
const REFUSED = 'Thaddeus Wenlock';
const OLD = 'Sylvester Marne';

let [rowan, ines]: OfficerBrowser[] = [];
let [here, there]: Page[] = [];
let cardOfRowan: Card;
let cardOfInes: Card;
const names: Names = new Map();

const both = () => {
  if (!rowan || !ines || !here || !there) throw new Error('There is no browser');
  return { rowan, ines, here, there };
};
const savingIn =
  (officer: OfficerBrowser): Saving =>
  async (act) =>
    (await saves(officer, act)).path;

/** Half past nine of that morning, for both. */
async function morningOf(day: string): Promise<void> {
  const { rowan, ines, here } = both();
  await learnsNames(here, names);
  for (const officer of [rowan, ines]) await movesClock(officer, `${day}T09:30:00Z`);
}

beforeAll(async () => {
  [rowan, ines] = await Promise.all([
    launchPrepared(OFFICER, { at: SET_UP_AT }),
    launchPrepared(INES, { at: SET_UP_AT }),
  ]);
  [here, there] = await Promise.all([rowan.open('workspace.html'), ines.open('workspace.html')]);
  for (const page of [here, there]) await control(page, 'Passphrase');
  // Two each: the workspace, and the keeper before it has kept anything.
  for (const officer of [rowan, ines])
    expect(await movesClock(officer, '2026-11-02T09:00:00Z')).toBe(2);
  await Promise.all([here, there].map((page) => unlocks(page)));
  for (const page of [here, there]) await sees(page, 'Settings');
  cardOfRowan = await exportsCard(here, savingIn(rowan));
  cardOfInes = await exportsCard(there, savingIn(ines));
});
afterAll(async () => {
  await rowan?.close();
  await ines?.close();
});

describe('the first week', () => {
  it('Monday: three enquiries, one with a name in it; an old case from paper', async () => {
    const { here } = both();
    await takes(here, {
      who: 'School',
      text: 'A pupil called Cordelia has bought time on a stresser. Would you take this on?',
      reference: 'E1',
    });
    await sees(here, 'This may say who the person is');
    await pushes(here, 'Remove it');
    await sees(here, 'Nothing was found in the text that says who the person is');
    await keeps(here);
    expect(await says(here, 'Cordelia')).toBe(false);
    const two = [
      {
        who: 'Parent',
        text: 'My child brags of school grades that were changed.',
        reference: 'E2',
      },
      {
        who: 'Partner',
        text: 'A game account was emptied with stolen card data.',
        reference: 'E3',
      },
    ];
    for (const asked of two) {
      await takes(here, asked);
      await keeps(here);
    }
    await bringsOldCase(here, OLD, '12/05/2023');
    await decidesOn(here, 'referral', 'Close', 'No reply was received');
    await closes(here, OLD);
  });

  it('Tuesday: three more enquiries', async () => {
    const { here } = both();
    await morningOf('2026-11-03');
    const three = [
      { who: 'Children', text: 'A booter was found on a laptop.', reference: 'E4' },
      { who: 'Industry', text: 'A customer of ours scans the whole country.', reference: 'E5' },
      { who: 'The person themselves', text: 'I want to stop. Can you help?', reference: 'E6' },
    ];
    for (const asked of three) {
      await takes(here, asked);
      await keeps(here);
    }
  });

  it('Wednesday: two are suitable, one is out of remit, one is refused; each is replied to', async () => {
    const { here } = both();
    await morningOf('2026-11-04');
    await answersEnquiry(here, 'E1', 'Suitable', 'Suitable for the programme');
    await answersEnquiry(here, 'E2', 'Suitable', 'Suitable for the programme');
    await answersEnquiry(
      here,
      'E3',
      'Signpost elsewhere',
      'Outside the remit: cyber-enabled fraud',
    );
    await answersEnquiry(here, 'E5', 'Refuse', 'Outside the team’s area');
  });

  it('Thursday: one more is suitable, and of one more is asked', async () => {
    const { here } = both();
    await morningOf('2026-11-05');
    await answersEnquiry(here, 'E4', 'Suitable', 'Suitable for the programme');
    await answersEnquiry(here, 'E6', 'Ask for more information', 'Too little is known');
  });

  it('Friday: a form comes back, is accepted, and its referrer is promised feedback', async () => {
    const { here } = both();
    await morningOf('2026-11-06');
    await opensEnquiry(here, 'E1');
    await attaches(here, CORDELIA);
    await decidesOn(here, 'referral', 'Accept the referral', 'Suitable for the programme');
    await promisesFeedback(here, '11/11/2026');
  });
});

describe('the second week', () => {
  it('Monday: one referral is refused and destroyed, one accepted with feedback promised', async () => {
    const { here } = both();
    await morningOf('2026-11-09');
    await opensEnquiry(here, 'E2');
    await attaches(here, REFUSED);
    await learnsNames(here, names);
    await refusesAndDestroys(here, 'Does not wish to take part');
    expect(await says(here, REFUSED)).toBe(false);
    await opensEnquiry(here, 'E4');
    await attaches(here, BARNABY);
    await decidesOn(here, 'referral', 'Accept the referral', 'Suitable for the programme');
    await promisesFeedback(here, '20/11/2026');
  });

  it('Tuesday: first contact, and the feedback that was promised', async () => {
    const { here } = both();
    await morningOf('2026-11-10');
    await logsContact(here, CORDELIA, { held: '10/11/2026', followUp: '24/11/2026' });
    await opensReferral(here, 'E1', CORDELIA);
    await keepsPromise(here);
  });

  it('Wednesday: a case is handed over with its open promise, and the colleague accepts it', async () => {
    const { rowan, ines, here, there } = both();
    await morningOf('2026-11-11');
    const file = await handsOver(here, { card: cardOfInes, cases: [BARNABY] }, savingIn(rowan));
    await takesIn(there, file);
    await goesTo(there, 'Colleagues');
    await sees(there, `Take over the case: ${BARNABY}`);
    await answers(there, BARNABY, 'Accept');
    await sees(there, 'Nothing is waiting for your answer');
    await namesColleague(there, cardOfRowan);
    const back = await savingIn(ines)(() => pushes(there, 'Make the file with the answers'));
    await sees(there, 'The file was made and the disclosure logged');
    await takesIn(here, back);
  });

  it('Thursday: the colleague opens her case; the old one is reviewed and destroyed, with a certificate that names nobody', async () => {
    const { rowan, here, there } = both();
    await morningOf('2026-11-12');
    await goesTo(there, 'Referrals');
    await sees(there, BARNABY);
    await opensRow(there, BARNABY);
    await sees(there, 'Opening this page was logged.');
    await sees(there, 'Open the person’s record');
    // The anonymous enquiry came with the case, with the promises on it.
    await sees(there, 'Open the enquiry that it came from');
    await pushes(there, 'Open the person’s record');
    await sees(there, 'Why they are here');
    await sees(there, 'Opening this page was logged.');
    await reviewsToDispose(here, OLD);
    await learnsNames(here, names);
    const certificate = await destroys(rowan, here);
    expect(certificate).toContain('2026');
    expect(certificate).not.toContain('Marne');
  });

  it('Friday: the case of the first contact is closed', async () => {
    const { here } = both();
    await morningOf('2026-11-13');
    await closes(here, CORDELIA, 'Follow up a contact: 24 November 2026, in 7 working days');
  });
});

describe('what stands at the end', () => {
  it('is the records that a table states, here and with the colleague', async () => {
    const { here, there } = both();
    expect(await recordsTold(here, names)).toEqual(RECORDS);
    expect(await recordsTold(there, names)).toEqual(RECORDS_OF_COLLEAGUE);
  });

  it('is a diary with each day and its reason', async () => {
    const { here, there } = both();
    expect(await diaryTold(here, names)).toEqual(DIARY);
    expect(await diaryTold(there, names)).toEqual(DIARY_OF_COLLEAGUE);
    for (const page of [here, there]) {
      await goesTo(page, 'Diary');
      await selects(page, 'How far ahead', 'Everything');
      for (const line of page === here ? DIARY : DIARY_OF_COLLEAGUE)
        await sees(page, line.split(' | ')[2] ?? '');
    }
  });

  it('is a log of all that was done, in its order, and of what was looked at', async () => {
    const { here, there } = both();
    expect(await logTold(here, names)).toEqual({ done: DONE, looked: LOOKED });
    expect(await logTold(there, names)).toEqual({
      done: DONE_OF_COLLEAGUE,
      looked: LOOKED_OF_COLLEAGUE,
    });
  });
});

/**
 * Intake by keyboard alone, from an empty vault: six enquiries, one with a name in it and one out of remit; a reply; a
 * referral that is refused and destroyed; two that are accepted; feedback that is promised and kept. The final records
 * are compared with a table that is written by hand.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import {
  attaches,
  confirmsDestroying,
  decidesOn,
  keeps,
  keepsPromise,
  opensRow,
  promisesFeedback,
  repliesOnPaper,
  saysNoCrime,
  takes,
} from './intake-steps.ts';
import { askKeeper, type HeldRecord } from './keeper-ask.ts';
import { locks, PATIENCE_MS, says, sees, unlocks } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { picks, pushes, selects, ticks, turnsTo, writes } from './tabs.ts';

const REFUSED = 'Thaddeus Wenlock';
const ACCEPTED = ['Cordelia Ashgrove', 'Barnaby Quillon'] as const;

let officer: OfficerBrowser;
let page: Page;

beforeAll(async () => {
  officer = await launchPrepared();
  page = await opensUnlocked(officer);
});
afterAll(() => officer?.close());

const held = (kind: string) => askKeeper(page, 'query', kind, {}) as Promise<readonly HeldRecord[]>;

describe('six enquiries', () => {
  it('takes one with a name in it, shows it where it stands, and keeps it without', async () => {
    await takes(page, {
      who: 'School',
      text: 'A pupil called Cordelia has bought time on a stresser. Would you take this on?',
      reference: 'E1',
    });
    await sees(page, 'This may say who the person is');
    await pushes(page, 'Save the enquiry');
    await sees(page, 'Remove it, or say that it identifies nobody');
    expect(await held('enquiry')).toEqual([]);
    await pushes(page, 'Remove it');
    await sees(page, 'Nothing was found in the text that says who the person is');
    await writes(page, 'Name', 'Ottilie Brandt');
    await keeps(page);
    expect(await says(page, 'Cordelia')).toBe(false);
  });

  it('loses nothing of one that is half typed when the vault locks', async () => {
    await takes(page, {
      who: 'Parent',
      text: 'My child brags of school grades that were changed.',
      reference: 'E2',
    });
    await sees(page, 'Draft kept at');
    await locks(page);
    await unlocks(page);
    await sees(page, 'Take an enquiry');
    const text = await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('main textarea')?.value || null,
      { timeout: PATIENCE_MS },
    );
    expect(await text.jsonValue()).toBe('My child brags of school grades that were changed.');
    await keeps(page);
  });

  it('takes four more', async () => {
    for (const asked of [
      {
        who: 'Partner',
        text: 'A game account was emptied with stolen card data.',
        reference: 'E3',
      },
      { who: 'Children', text: 'A booter was found on a laptop.', reference: 'E4' },
      { who: 'Industry', text: 'A customer of ours scans the whole country.', reference: 'E5' },
      { who: 'The person themselves', text: 'I want to stop. Can you help?', reference: 'E6' },
    ]) {
      await takes(page, asked);
      await keeps(page);
    }
    expect(await held('enquiry')).toHaveLength(6);
  });
});

/** Opens the enquiry with that reference from the list. */
async function opens(reference: string): Promise<void> {
  await turnsTo(page, 'Enquiries', 'An enquiry asks whether');
  await writes(page, 'Find an enquiry', reference);
  await sees(page, '1 of 6 enquiries');
  await opensRow(page, reference);
  await sees(page, 'What was asked');
}

describe('the first check', () => {
  it('refuses a decision without a reason, in a sentence', async () => {
    await opens('E3');
    await pushes(page, 'Decide on the enquiry');
    await picks(page, 'Decision', 'Signpost elsewhere');
    await pushes(page, 'Save the decision');
    await sees(page, 'Select a reason, or enter it in a few words');
    expect(await held('decision')).toEqual([]);
  });

  it('signposts what is out of remit, in a reply that is taken out only once it is logged', async () => {
    await ticks(page, 'Outside the remit: cyber-enabled fraud');
    await sees(page, 'Report Fraud');
    await pushes(page, 'Save the decision');
    await sees(page, 'Now reply to the enquiry');
    await pushes(page, 'Reply to the enquiry');
    await selects(page, 'Where is it going?', 'Partner agency');
    await writes(page, 'Who receives it?', 'The agency that asked');
    await selects(page, 'Why is it disclosed?', 'Working on an enquiry');
    const saved = await saves(officer, () => pushes(page, 'Save as text'));
    await sees(page, 'the disclosure logged');
    expect(saved.text).toContain('0300 123 2040');
    expect(saved.name).toMatch(/^enquiry-reply-[\d-]{10}-[\da-f]{8}\.txt$/);
    const audit = (await askKeeper(page, 'audit')) as readonly {
      action: string;
      recipients?: string[];
    }[];
    expect(
      audit.filter(({ action }) => action === 'disclosure').map(({ recipients }) => recipients),
    ).toEqual([['partner', 'The agency that asked']]);
    await pushes(page, 'I have sent it');
    await sees(page, 'The reply was noted');
  });

  it('refuses one, changes that later, and keeps the first', async () => {
    await opens('E5');
    await decidesOn(page, 'enquiry', 'Refuse', 'Outside the team’s area');
    await pushes(page, 'Change the decision');
    await sees(page, 'That decision stays on record');
    await picks(page, 'Decision', 'Close');
    await ticks(page, 'No reply was received');
    await pushes(page, 'Save the decision');
    await sees(page, 'Changed by a later decision');
  });

  it('finds three suitable, one of them once more is known', async () => {
    await opens('E4');
    await decidesOn(page, 'enquiry', 'Ask for more information', 'Too little is known');
    await repliesOnPaper(page);
    await pushes(page, 'Update suitability');
    await picks(page, 'Is it about cyber-dependent crime?', 'Yes');
    await pushes(page, 'Save the answers about suitability');
    await sees(page, 'The answers about suitability were saved');
    for (const reference of ['E4', 'E1', 'E2']) {
      await opens(reference);
      await decidesOn(page, 'enquiry', 'Suitable', 'Suitable for the programme');
      await repliesOnPaper(page);
    }
  });
});

describe('the second check', () => {
  it('accepts two, and promises feedback on one', async () => {
    await opens('E1');
    await attaches(page, ACCEPTED[0]);
    await decidesOn(page, 'referral', 'Accept the referral', 'Suitable for the programme');
    await promisesFeedback(page, `1/6/${new Date().getFullYear() + 1}`);
    await opens('E4');
    await attaches(page, ACCEPTED[1]);
    await decidesOn(page, 'referral', 'Accept the referral', 'Suitable for the programme');
  });

  it('says that the promise was kept', async () => {
    await opens('E1');
    await pushes(page, 'Open the referral made from it');
    await sees(page, ACCEPTED[0]);
    await keepsPromise(page);
    await sees(page, 'Kept on');
  });

  it('does not destroy what a promise is open on, and says so', async () => {
    await opens('E2');
    await attaches(page, REFUSED);
    await promisesFeedback(page, `1/6/${new Date().getFullYear() + 1}`);
    await pushes(page, 'Decide on the referral');
    await picks(page, 'Decision', 'Refuse the referral');
    await ticks(page, 'Does not wish to take part');
    await saysNoCrime(page);
    // Said on the form, and again on the last step, which then destroys nothing.
    await sees(page, 'A promise is open');
    await pushes(page, 'Refuse');
    await sees(page, 'It cannot be destroyed now');
    expect(await says(page, 'To confirm, enter')).toBe(false);
    expect(await held('refusal')).toEqual([]);
    await pushes(page, 'Back to the form');
    await pushes(page, 'Cancel');
    await sees(page, 'Keep what you typed?');
    await pushes(page, 'Keep it for later');
    await keepsPromise(page);
  });

  it('refuses one, and leaves of it that it was refused', async () => {
    await pushes(page, 'Decide on the referral');
    await pushes(page, 'Continue');
    // The choices made before the promise prevented the save are still there.
    await pushes(page, 'Refuse');
    await confirmsDestroying(page, 'Refuse and destroy');
    await sees(page, 'everything held about this person was destroyed');
    await sees(page, 'Nothing: it was destroyed');
    expect(await says(page, REFUSED)).toBe(false);
    const keys = (await askKeeper(page, 'work-keys')) as readonly string[];
    expect(keys.filter((key) => key.startsWith('decide/'))).toEqual([]);
  });
});

it('ends with the records that a table states', async () => {
  const [enquiries, decisions, referrals, subjects, refusals, promises] = await Promise.all(
    ['enquiry', 'decision', 'referral', 'subject', 'refusal', 'promise'].map(held),
  );
  const of = (record: HeldRecord | undefined) => record?.value ?? {};
  const byReference = (enquiries ?? [])
    .map((enquiry) => ({
      reference: of(enquiry).reference,
      route: of(enquiry).route,
      named: `${of(enquiry).asked}`.includes('Cordelia'),
      outcomes: (decisions ?? [])
        .filter((decision) => of(decision).enquiryId === enquiry.id)
        .map((decision) => of(decision).outcome),
      replied: of(enquiry).repliedOn !== undefined,
      referrals: (referrals ?? []).filter((referral) => of(referral).enquiryId === enquiry.id)
        .length,
    }))
    .sort((a, b) => `${a.reference}`.localeCompare(`${b.reference}`));
  const plain = { named: false, referrals: 0 };
  expect(byReference).toEqual([
    {
      ...plain,
      reference: 'E1',
      route: 'school',
      outcomes: ['accept'],
      replied: true,
      referrals: 1,
    },
    { ...plain, reference: 'E2', route: 'parent', outcomes: ['accept'], replied: true },
    { ...plain, reference: 'E3', route: 'partner', outcomes: ['signpost'], replied: true },
    {
      ...plain,
      reference: 'E4',
      route: 'social-care',
      outcomes: ['more-information', 'accept'],
      replied: true,
      referrals: 1,
    },
    {
      ...plain,
      reference: 'E5',
      route: 'industry',
      outcomes: ['decline', 'close'],
      replied: false,
    },
    { ...plain, reference: 'E6', route: 'self', outcomes: [], replied: false },
  ]);
  expect((subjects ?? []).map((subject) => of(subject).name).sort()).toEqual([...ACCEPTED].sort());
  expect((referrals ?? []).map((referral) => of(referral).status)).toEqual([
    'accepted',
    'accepted',
  ]);
  expect((refusals ?? []).map(of)).toEqual([
    expect.objectContaining({ reasonCodes: ['unwilling'], handling: 'dispose', route: 'parent' }),
  ]);
  expect((promises ?? []).map((promise) => of(promise).settled)).toEqual(['kept']);
});

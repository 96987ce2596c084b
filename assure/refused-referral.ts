/**
 * A referral refused at the second check, through the screens: under a hold none of it is destroyed, and afterwards
 * none of it is left.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { opensKeeping } from '../packages/extension/e2e/ending-steps.ts';
import {
  attaches,
  confirmsDestroying,
  decidesOn,
  keeps,
  takes,
} from '../packages/extension/e2e/intake-steps.ts';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import {
  chooses,
  dates,
  goesTo,
  presses,
  says,
  sees,
  types,
} from '../packages/extension/e2e/officer.ts';
import { opensFirstRow } from '../packages/extension/e2e/tour-controls.ts';
import { fromSource } from './from-source.ts';
import { exactly, type Finding, printed } from './measure.ts';
import { plantedWords } from './planted-words.ts';
import { newGround, openVault } from './vault-browser.ts';

type Carving = typeof import('./inside/carve.ts');

/** A day in the future, whenever this runs. */
const NEXT_YEAR = String(new Date().getFullYear() + 1);

export async function refusedReferral(extension: string): Promise<readonly Finding[]> {
  const { carve } = await fromSource<Carving>('inside/carve.ts');
  const [kept, doomed] = [plantedWords('Halverwicken'), plantedWords('Quenzibaron')];
  const ground = await newGround(extension);
  const earlier = mkdtempSync(join(tmpdir(), 'earlier-'));
  try {
    const first = await openVault(ground, extension);
    const { page } = first;
    await sees(page, 'Settings');
    const person = `${doomed.next()} ${doomed.next()}`;
    await refers(page, person, { reference: kept.next(), word: doomed.next });
    await holds(page, person, doomed.next());
    const refusal = await refusesToDispose(page, doomed.next());
    const held = (await askKeeper(page, 'query', 'referral', {})) as readonly unknown[];
    await lifts(page, person);
    await first.officer.close();
    cpSync(ground.profile, earlier, { recursive: true });

    const second = await openVault(ground, extension);
    await sees(second.page, 'Settings');
    await disposes(second.page);
    const remains = (await askKeeper(second.page, 'query', 'refusal', {})) as readonly unknown[];
    await second.officer.close();

    const before = await carve(earlier, ground.recoveryKey);
    const after = await carve(ground.profile, ground.recoveryKey, before.nonces);
    return [
      exactly('refused referral, disposal under a hold: refused in words', refusal, 'yes'),
      exactly('refused referral, referrals still held under the hold', held.length, 1),
      printed('refused referral, places at which keys were tried', after.tried),
      exactly('refused referral, words of it found', found(after.text, doomed.all), 0),
      exactly('refused referral, refusals that remain', remains.length, 1),
      exactly(
        'control, words of the anonymous enquiry found',
        found(after.text, kept.all),
        kept.all.length,
      ),
      exactly(
        'control, before: words of the refused referral found',
        found(before.text, doomed.all),
        doomed.all.length,
      ),
    ];
  } finally {
    await ground.remove();
    rmSync(earlier, { recursive: true, force: true });
  }
}

interface Words {
  readonly reference: string;
  readonly word: () => string;
}

/** From a suitable enquiry to a referral with answers to the questions of its form. */
async function refers(page: Page, person: string, { reference, word }: Words): Promise<void> {
  await takes(page, { who: 'School', text: 'A pupil sells cheats for a game.', reference });
  await keeps(page);
  await decidesOn(page, 'enquiry', 'Suitable', 'Suitable for the programme');
  await attaches(page, person);
  await presses(page, 'Answer the questions');
  await types(page, '1. What interests them', word());
  await presses(page, 'Save the answers');
  await sees(page, 'The answers were saved');
}

async function holds(page: Page, person: string, note: string): Promise<void> {
  await opensKeeping(page, person);
  await presses(page, 'Place a hold');
  await sees(page, 'While a hold is in place');
  await chooses(page, 'Criminal case');
  await dates(page, 'Review due', `14/3/${NEXT_YEAR}`);
  await types(page, 'Note', note);
  await presses(page, 'Place a hold');
  await sees(page, 'The hold is in place');
}

/** @returns `yes` when the last step shows the hold, and no decision is kept */
async function refusesToDispose(page: Page, reason: string): Promise<string> {
  await refuses(page);
  await types(page, 'Reason', reason);
  await presses(page, 'Refuse');
  await sees(page, 'It cannot be destroyed now');
  const isSaid = await says(page, 'A hold has been in place since');
  const decisions = (await askKeeper(page, 'query', 'refusal', {})) as readonly unknown[];
  return isSaid && decisions.length === 0 ? 'yes' : 'no';
}

async function lifts(page: Page, person: string): Promise<void> {
  await opensKeeping(page, person);
  await presses(page, 'Review or lift');
  await presses(page, 'Lift the hold');
  await sees(page, 'The hold is lifted');
}

/** Disposes; the choices made before the hold prevented it are still there. */
async function disposes(page: Page): Promise<void> {
  await goesTo(page, 'Referrals');
  await sees(page, 'Decide on a referral');
  await opensFirstRow(page);
  await presses(page, 'Decide on the referral');
  await sees(page, 'Begun on');
  await presses(page, 'Continue');
  await presses(page, 'Refuse');
  await confirmsDestroying(page, 'Refuse and destroy');
  await sees(page, 'everything held about this person was destroyed');
}

async function refuses(page: Page): Promise<void> {
  await goesTo(page, 'Referrals');
  await sees(page, 'Decide on a referral');
  await opensFirstRow(page);
  await presses(page, 'Decide on the referral');
  await chooses(page, 'Refuse the referral');
  await chooses(page, 'Does not wish to take part');
  await sees(page, 'A hold has been in place since');
}

function found(text: string, words: readonly string[]): number {
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word.toLowerCase())).length;
}

/** By keys alone, from Today: a school's email, copied before, becomes a draft and a filed referral. */
import type { Page } from 'puppeteer-core';
import type { Job } from '../job.ts';

const EMAIL = `From: Marisol Ashworth <m.ashworth@brackenfield.example>
Subject: A pupil of ours

Full name: Jory Penhallow
Date of birth: 14/03/2011
School: Brackenfield Vale School

He signed in with a teacher’s account that was left open, and changed two marks. He told the head himself on the next day.`;

export const filePastedEmail: Job = {
  id: 'file-pasted-email',
  async run({ officer, page, opensToday, hand: handFor }) {
    await copies(await officer.browser.newPage(), EMAIL);
    await page.bringToFront();
    await opensToday();
    const hand = handFor();
    await hand.strike('Control+k');
    await hand.see('What do you want to open or do?');
    await hand.strike('p');
    await hand.strike('a');
    await hand.see('Paste text to capture');
    await hand.strike('Enter');
    await hand.see('One label and value to a line');
    await hand.strike('Control+v');
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('main textarea')?.value !== '',
    );
    await hand.strike('Control+Enter');
    await hand.see('Save as referral');
    await hand.strike('Control+Enter');
    await hand.see('the referral will not say why');
    await hand.strike('t');
    await hand.see('Saved as a referral');
    return hand;
  },
};

/** Puts the text on the clipboard, as copying it from a mail would. */
async function copies(page: Page, text: string): Promise<void> {
  await page.setContent('<textarea></textarea>');
  await page.$eval(
    'textarea',
    (box, words) => {
      box.value = words;
      box.focus();
      box.select();
    },
    text,
  );
  await page.keyboard.down('Control');
  await page.keyboard.press('c', { commands: ['Copy'] });
  await page.keyboard.up('Control');
  await page.close();
}

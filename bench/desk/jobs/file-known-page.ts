/** In the panel beside a page that an adapter knows, as soon as it was read: the save, in sight. */
import { says, sees, unlocks } from '../../../packages/extension/e2e/officer.ts';
import type { Job } from '../job.ts';

const PANEL = { width: 360, height: 820 };
const WITH_NARRATIVE = 'Save with its narrative';

export const fileKnownPage: Job = {
  id: 'file-known-page',
  async run({ officer, rms, hand: handFor }) {
    const page = await officer.browser.newPage();
    try {
      await page.goto(`${rms.url}/summary/records/1`);
      const panel = await officer.press(page);
      await panel.setViewport(PANEL);
      if (await says(panel, 'Passphrase')) await unlocks(panel);
      await sees(panel, 'Save as referral');
      const hand = handFor(panel);
      await hand.press((await hand.says(WITH_NARRATIVE)) ? WITH_NARRATIVE : 'Save as referral');
      await hand.see('Saved as a referral');
      return hand;
    } finally {
      await page.close();
      await (await officer.panel())?.close();
    }
  },
};

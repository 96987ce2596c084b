import { unlocks } from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';
import { playsInDirectory } from './unmet-directory.ts';
import { servesDirectory } from './unmet-directory-pages.ts';

playsInDirectory(async () => {
  const [directory, officer] = await Promise.all([servesDirectory(), launchPrepared()]);
  const page = await officer.browser.newPage();
  return {
    officer,
    page,
    entryUrl: `${directory.url}tegan`,
    opensEmpty: async () => void (await page.goto(`${directory.url}new`)),
    unlocks,
    stop: async () => {
      await officer.close();
      await directory.stop();
    },
  };
});

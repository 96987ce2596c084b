import { unlocks } from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';
import { playsInTracker } from './unmet-tracker.ts';
import { servesTracker } from './unmet-tracker-pages.ts';

playsInTracker(async () => {
  const [tracker, officer] = await Promise.all([servesTracker(), launchPrepared()]);
  const { url } = tracker;
  return {
    officer,
    page: await officer.browser.newPage(),
    urls: { doubtful: `${url}doubtful`, plain: `${url}plain`, edit: `${url}plain/edit` },
    unlocks,
    stop: async () => {
      await officer.close();
      await tracker.stop();
    },
  };
});

/**
 * The screens of the lists in a real Chromium: each is loaded before it is first opened, and none before the vault is
 * open.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { goesTo, sees, setsUp, until } from './officer.ts';

/** Entries of the navigation that lead to a list, and the file that loads each screen. */
const SCREENS = {
  Subjects: 'subjects-view',
  Enquiries: 'enquiries-view',
  Referrals: 'referrals-view',
  Advice: 'advice-view',
  Incidents: 'incident-view',
  Assessments: 'assessments-view',
  Conditions: 'conditions-view',
  Concerns: 'concerns-view',
} as const;

let officer: OfficerBrowser;
beforeAll(async () => {
  officer = await launchOfficer();
});
afterAll(() => officer?.close());

it('fetches every list’s screen while nothing else is to be done, one at a time, and nothing when it is opened', async () => {
  const page = await officer.browser.newPage();
  const asked: string[] = [];
  const left: string[] = [];
  page.on('request', (request) => asked.push(fileOf(request.url())));
  page.on('requestfinished', (request) => left.push(fileOf(request.url())));
  await page.goto(`chrome-extension://${officer.extensionId}/workspace.html`);
  await sees(page, 'Which vault do you want to set up?');
  await until('the first screen is here', async () =>
    left.some((file) => file.startsWith('today-view-')),
  );
  const isAsked = (view: string): boolean => asked.some((file) => file.startsWith(`${view}-`));
  expect(Object.values(SCREENS).filter(isAsked)).toEqual([]);
  await setsUp(page);
  await sees(page, 'Settings');
  const isHere = (view: string): boolean => left.some((file) => file.startsWith(`${view}-`));
  await until('every screen is here', async () => Object.values(SCREENS).every(isHere));
  for (const list of Object.keys(SCREENS)) {
    asked.length = 0;
    await goesTo(page, list);
    await until('it is shown', () =>
      page.evaluate(
        () =>
          document.querySelector('main h1') !== null &&
          !document.querySelector('main')?.innerText.includes('Loading'),
      ),
    );
    expect({ list, asked }).toEqual({ list, asked: [] });
  }
});

function fileOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

/**
 * The screens of the lists in a real Chromium: each is loaded before it is first opened, and none before the vault is
 * open.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { setsUp } from './first-run-steps.ts';
import { goesTo, sees, until } from './officer.ts';

/** Entries of the navigation that lead to a list, and the file of each screen, in the order in which they are loaded. */
const SCREENS = {
  Subjects: 'subjects-view',
  Referrals: 'referrals-view',
  Enquiries: 'enquiries-view',
  Assessments: 'assessments-view',
  Conditions: 'conditions-view',
  Concerns: 'concerns-view',
  Advice: 'advice-view',
  Incidents: 'incident-view',
  Identifiers: 'identifier-view',
  Organisations: 'organisation-view',
} as const;
const VIEWS = Object.values(SCREENS);

let officer: OfficerBrowser;
beforeAll(async () => {
  officer = await launchOfficer();
});
afterAll(() => officer?.close());

it('fetches every list’s screen while nothing else is to be done, one at a time, and nothing when it is opened', async () => {
  const page = await officer.browser.newPage();
  const asked: string[] = [];
  const came = new Map<string, string>();
  const order: string[] = [];
  page.on('request', (request) => {
    asked.push(fileOf(request.url()));
    for (const view of viewsIn(request.url())) order.push(`asks for ${view}`);
  });
  page.on('requestfinished', (request) => {
    for (const view of viewsIn(request.url())) {
      came.set(view, request.url());
      order.push(`has ${view}`);
    }
  });
  await page.goto(`chrome-extension://${officer.extensionId}/workspace.html`);
  await sees(page, 'Which vault do you want to set up?');
  await until('the first screen is here', async () => came.has('today-view'));
  expect(VIEWS.filter((view) => asked.some((file) => file.startsWith(view)))).toEqual([]);
  await setsUp(page);
  await sees(page, 'Settings');
  await until('the file of every screen is here', async () =>
    VIEWS.every((view) => came.has(view)),
  );
  await wholly(
    page,
    VIEWS.flatMap((view) => came.get(view) ?? []),
  );
  expect(order.filter((each) => !each.endsWith(' today-view'))).toEqual(
    VIEWS.flatMap((view) => [`asks for ${view}`, `has ${view}`]),
  );
  // The mark of the backup is no list's, and asks for its own files at a time of its own.
  for (const file of ['backup-words-', 'use-last-backup-', 'client-backup-'])
    await until(`${file} was asked for`, async () => asked.some((each) => each.startsWith(file)));
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
    // The instruments are large: the labels of their levels come once the list of subjects is there.
    const fetched = asked.filter((file) => !/^(?:shipped|check-instrument)-/.test(file));
    expect({ list, fetched }).toEqual({ list, fetched: [] });
  }
});

/**
 * Waits until the files that these import are here too. A file already asked for is not asked for again: the page is
 * given the module that the extension is loading, once all of it has arrived.
 */
async function wholly(page: Page, urls: readonly string[]): Promise<void> {
  // As text: the suite's own compiler would put its loader in the place of the page's.
  await page.evaluate(
    `Promise.all(${JSON.stringify(urls)}.map((file) => import(file))).then(() => undefined)`,
  );
}

/** The screen whose own file it is; none for any other file. */
function viewsIn(url: string): readonly string[] {
  return ['today-view', ...VIEWS].filter((view) => fileOf(url).startsWith(`${view}-`));
}

function fileOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

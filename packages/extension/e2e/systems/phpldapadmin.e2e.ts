/** A running phpLDAPadmin that no adapter knows: read, queried, and written to. */
import { expect, it } from 'vitest';
import { launchOfficer } from '../browser.ts';
import { setsUp } from '../first-run-steps.ts';
import { shapeOf } from '../form-shape.ts';
import { discards, draftOf } from '../journey-steps.ts';
import { goesTo, presses, sees } from '../officer.ts';
import { names, presses as tabsAndPresses, teaches } from '../teach-steps.ts';
import { opensSection, wasRead } from '../tour-controls.ts';
import { saysWhose } from '../types-values.ts';
import { boxesOf, DIRECTORY_BOXES, playsInDirectory } from '../unmet-directory.ts';
import { servesDirectory } from '../unmet-directory-pages.ts';
import { type PhpLdapAdmin, startPhpLdapAdmin } from './phpldapadmin/index.ts';
import { signsInToDirectory } from './sign-in.ts';

let directory: PhpLdapAdmin;

const now = playsInDirectory(async () => {
  const [started, officer] = await Promise.all([startPhpLdapAdmin(), launchOfficer()]);
  directory = started;
  const page = await officer.browser.newPage();
  await signsInToDirectory(page, directory);
  return {
    officer,
    page,
    entryUrl: directory.people.tegan.url,
    async opensEmpty() {
      await page.goto(directory.newUrl);
      await page.select('select[name^="new_values[objectclass]"]', 'inetOrgPerson');
      await Promise.all([page.waitForNavigation(), page.click('input[type="submit"]')]);
    },
    unlocks: async (panel) => void (await setsUp(panel)),
    async stop() {
      await officer.close();
      await directory.stop();
    },
  };
});

it('has the form that the gate plays on', async () => {
  const { visit } = now;
  const twin = await servesDirectory();
  const page = await visit.officer.browser.newPage();
  try {
    await page.goto(`${twin.url}new`);
    const played = await shapeOf(page, DIRECTORY_BOXES);
    expect(played).toHaveLength(DIRECTORY_BOXES.length);
    expect(await shapeOf(visit.page, DIRECTORY_BOXES)).toEqual(played);
  } finally {
    await page.close();
    await twin.stop();
  }
});

it('types nothing over a note that stands there, and says of a day that it cannot tell', async () => {
  const { panel, visit } = now;
  await presses(panel, 'I did not send it');
  await presses(panel, 'Back');
  await opensSection(panel, 'Interventions');
  await presses(panel, 'Write to another system');
  await sees(panel, 'Open the form, then press');
  await visit.page.goto(directory.people.tegan.url);
  await visit.officer.press(visit.page);
  await sees(panel, 'Form of 127.0.0.1');
  await saysWhose(panel);
  await sees(panel, 'It already says “Ring the school before a visit.”');
  await sees(panel, 'Check that it means 9 May 2008');
  await sees(panel, 'Tick a value to type it.');
  expect((await boxesOf(visit.page)).Notes).toBe(directory.people.tegan.about.description);
});

it('takes nothing by itself of a page that has several people', async () => {
  const { panel, visit } = now;
  for (const url of [directory.listUrl, directory.listUrl.replace('format=table', 'format=list')]) {
    await goesTo(panel, 'Capture');
    await visit.page.goto(url);
    await visit.officer.press(visit.page);
    await sees(panel, 'Review what was read');
    const { rows } = await draftOf(panel);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ decision }) => decision.kind !== 'leave')).toEqual([]);
    await discards(panel);
  }
});

it('is taught a box that was empty, and lists by its place the one that nothing asks for', async () => {
  const { panel, visit } = now;
  const captures = async (): Promise<void> => {
    await visit.officer.press(visit.page);
    await sees(panel, 'Review what was read');
  };
  await goesTo(panel, 'Capture');
  await visit.opensEmpty();
  await captures();
  await presses(panel, 'Teach this page');
  await sees(panel, 'Without a label, after “RDN”');
  await teaches(panel, 'work telephone', 'Subject: Telephone');
  await names(panel, 'Nominal index: new entry');
  await sees(panel, 'The box is empty on this copy of the page.');
  await presses(panel, 'Save to this device');
  await sees(panel, 'The adapter was saved to this device.');
  await tabsAndPresses(panel, 'Finish');
  await goesTo(panel, 'Capture');
  await discards(panel);

  await visit.page.type('[name="new_values[telephonenumber][0]"]', '01632 960733');
  await captures();
  await wasRead(panel, 'nominal-index-new-entry, version 1.0.0');
  const read = (await draftOf(panel)).rows.filter(({ namedBy }) => namedBy === 'adapter');
  expect(read.map(({ path, value }) => [path, value])).toEqual([
    ['subject.phones[]', '+441632960733'],
  ]);
});

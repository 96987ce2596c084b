/**
 * A running Redmine that no adapter knows and that puts the month first: read, written to, taught, and changed under
 * the adapter.
 */
import { describe, expect, it } from 'vitest';
import { launchOfficer } from '../browser.ts';
import { setsUp } from '../first-run-steps.ts';
import { shapeOf } from '../form-shape.ts';
import { discards, draftOf, logsIntervention } from '../journey-steps.ts';
import type { HeldDraft } from '../keeper-ask.ts';
import { chooses, goesTo, presses, sees, until } from '../officer.ts';
import {
  choosesByKeys,
  findsValue,
  names,
  presses as tabsAndPresses,
  teaches,
} from '../teach-steps.ts';
import { opensSection, wasRead } from '../tour-controls.ts';
import { playsInTracker, TRACKER_BOXES } from '../unmet-tracker.ts';
import { servesTracker } from '../unmet-tracker-pages.ts';
import { type Redmine, startRedmine } from './redmine/index.ts';
import { signsInToRedmine } from './sign-in.ts';

let redmine: Redmine;

const now = playsInTracker(async () => {
  const [started, officer] = await Promise.all([startRedmine(), launchOfficer()]);
  redmine = started;
  const { doubtful, plain } = redmine.issues;
  const page = await officer.browser.newPage();
  page.setDefaultTimeout(120_000);
  await signsInToRedmine(page, redmine);
  return {
    officer,
    page,
    urls: { doubtful: doubtful.url, plain: plain.url, edit: plain.editUrl },
    unlocks: async (panel) => void (await setsUp(panel)),
    async stop() {
      await officer.close();
      await redmine.stop();
    },
  };
});

it('has the form that the gate plays on', async () => {
  const { visit } = now;
  const twin = await servesTracker();
  const page = await visit.officer.browser.newPage();
  try {
    await page.goto(`${twin.url}plain/edit`);
    const played = await shapeOf(page, TRACKER_BOXES);
    expect(played).toHaveLength(TRACKER_BOXES.length);
    expect(await shapeOf(visit.page, TRACKER_BOXES)).toEqual(played);
  } finally {
    await page.close();
    await twin.stop();
  }
});

it('shows afterwards the day that was meant, the month first', async () => {
  const { panel, visit } = now;
  const { page } = visit;
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('#issue-form', (form) => (form as HTMLFormElement).requestSubmit()),
  ]);
  const said = await page.$eval('#content', (all) => (all.textContent ?? '').replace(/\s+/g, ' '));
  expect(said).toMatch(/Contact date: ?03\/20\/2026/);
  await presses(panel, 'I have sent it');
  await sees(panel, 'Reference in the other system');
  await presses(panel, 'Add it later');
  await page.goto(redmine.issues.plain.editUrl);
  await opensSection(panel, 'Interventions');
  await presses(panel, 'Write to another system');
  await sees(panel, 'Open the form, then press');
  await visit.officer.press(page);
  await sees(panel, 'Already there');
  await sees(panel, 'Into “Contact date”');
});

it('says so where the site looks up what is typed as it is typed', async () => {
  const { panel, visit } = now;
  await presses(panel, 'Back');
  await presses(panel, 'Log an intervention');
  await logsIntervention(panel, 'Talked about the law. Online he goes by @pikelet');
  await presses(panel, 'Write to another system');
  await sees(panel, 'Open the form, then press');
  await visit.page.goto(redmine.issues.doubtful.editUrl);
  await visit.officer.press(visit.page);
  await sees(panel, 'Form of 127.0.0.1');
  // It is somebody else's record, so nothing is typed before the officer says that it is this person's.
  await sees(panel, 'This page is about Ottoline Marchbanks');
  await presses(panel, 'Yes, it is about');
  await presses(panel, 'Type ');
  await sees(panel, 'This page sends what is typed at once');
  await presses(panel, 'I did not send it');
  await sees(panel, 'sent what was typed at once');
});

/** Makes a new capture of the page at the address. */
async function opens(url: string): Promise<void> {
  const { panel, visit } = now;
  await goesTo(panel, 'Capture');
  await visit.page.goto(url);
  await visit.officer.press(visit.page);
  await sees(panel, 'Review what was read');
}

const takenIn = ({ rows }: HeldDraft): string[] =>
  rows.filter(({ decision }) => decision.kind === 'take').map(({ value }) => value);

describe('a page of it that was taught', () => {
  it('is read by what each value is called, also after the tracker has one more field', async () => {
    const { panel } = now;
    await opens(redmine.issues.plain.url);
    await presses(panel, 'Teach this page');
    await sees(panel, 'Values on this page');
    await teaches(panel, 'surname calloway', 'Subject: Family name');
    await teaches(panel, 'home phone 960733', 'Subject: Telephone');
    await names(panel, 'Tracker: issue');
    await presses(panel, 'Save to this device');
    await sees(panel, 'The adapter was saved to this device.');
    await tabsAndPresses(panel, 'Finish');
    await goesTo(panel, 'Capture');
    await discards(panel);

    redmine.addsField('Informed by');
    await opens(redmine.issues.doubtful.url);
    await wasRead(panel, 'tracker-issue, version 1.0.0');
    const read = (await draftOf(panel)).rows.filter(({ namedBy }) => namedBy === 'adapter');
    expect(read.map(({ path, value }) => [path, value]).sort()).toEqual([
      ['subject.familyName', 'Marchbanks'],
      ['subject.phones[]', '+441632960318'],
    ]);
    await discards(panel);
  });

  it('gives one person a row where it is a list, and none of them before the officer says whose draft it is', async () => {
    const { panel } = now;
    await opens(redmine.listUrl);
    expect(takenIn(await draftOf(panel))).toEqual([]);
    await presses(panel, 'Teach this page');
    for (const [words, what] of [
      ['surname marchbanks', 'Subject: Family name'],
      ['home phone 960318', 'Subject: Telephone'],
    ] as const) {
      await sees(panel, 'Values on this page');
      await findsValue(panel, words);
      await choosesByKeys(panel, 'Record this as', what);
      await chooses(panel, 'Each row is a different person');
      await tabsAndPresses(panel, 'Save and continue');
    }
    await names(panel, 'Tracker: list');
    await sees(panel, 'This list has 2 people, one in each row.');
    await presses(panel, 'Save to this device');
    await sees(panel, 'The adapter was saved to this device.');
    await tabsAndPresses(panel, 'Finish');
    await goesTo(panel, 'Capture');
    expect(takenIn(await draftOf(panel))).toEqual([]);
    await chooses(panel, '1, Marchbanks');
    await presses(panel, 'Choose this person');
    await until('something is taken', async () => takenIn(await draftOf(panel)).length > 0);
    const taken = takenIn(await draftOf(panel));
    expect(taken).toEqual(expect.arrayContaining(['Marchbanks', '+441632960318']));
    expect(taken.join()).not.toMatch(/Calloway|Wren|960733|w\.pike/);
    await discards(panel);
  });
});

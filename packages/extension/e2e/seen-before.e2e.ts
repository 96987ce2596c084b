/** Seen before? The same child from two looks of a record system is one subject; twins at one address stay two. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PracticeRecord,
  type PracticeRms,
  practiceRecords,
  startPracticeRms,
} from '../../../examples/practice-rms/src/index.ts';
import { axeProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { draftOf, opensSubject } from './journey-steps.ts';
import { askKeeper, type HeldRecord, recordsHeld } from './keeper-ask.ts';
import { tabsTo } from './keyboard.ts';
import { chooses, presses, sees, unlocks, until } from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';
import { savesReferral } from './saves-referral.ts';
import { opensSection } from './tour-controls.ts';

const [tamsin] = practiceRecords as readonly [PracticeRecord, ...PracticeRecord[]];
/** Another system's data about the same child: another reference, a name without its accents, a wrong year. */
const ELSEWHERE: PracticeRecord = {
  ...tamsin,
  id: '21',
  reference: 'BVS/2026/0093',
  otherReferences: [],
  subject: {
    ...tamsin.subject,
    familyName: 'OConnell Vael',
    givenNames: 'Tamsin',
    aliases: [],
    bornOn: '2008-03-14',
    phones: ['07700 900417', '07700 900612'],
  },
};
const TWIN: PracticeRecord = {
  ...tamsin,
  id: '22',
  reference: 'NCCU/2026/0611',
  otherReferences: [],
  subject: {
    ...tamsin.subject,
    givenNames: 'Fergus',
    aliases: [],
    phones: [],
    emails: [],
    onlineIdentifiers: [],
    sexRecorded: 'Male',
    communicationNeeds: '',
  },
};
const QUESTION = 'Have we seen this person before?';

describe('seen before?', () => {
  let rms: PracticeRms;
  let officer: OfficerBrowser;
  let panel: Page;

  const pressesOn = async (look: string, { id, reference }: PracticeRecord): Promise<void> => {
    const page = await officer.browser.newPage();
    await page.goto(`${rms.url}/${look}/records/${id}`);
    panel = await officer.press(page);
    await sees(panel, reference);
    await draftOf(panel);
  };
  const focused = (): Promise<string> =>
    panel.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement ? at.labels?.[0] : at;
      return (label?.textContent ?? '').replace(/\s+/g, ' ').trim();
    });

  /** The save asks who it is and about the narrative, both at once. */
  const asksWho = async (press: typeof presses = presses): Promise<void> => {
    await sees(panel, 'Save with its narrative');
    await press(panel, 'Save as referral');
    await sees(panel, QUESTION);
    await sees(panel, 'The narrative is left');
  };

  beforeAll(async () => {
    rms = await startPracticeRms({ records: [tamsin, ELSEWHERE, TWIN] });
    officer = await launchPrepared();
    const first = await officer.browser.newPage();
    await first.goto(`${rms.url}/summary/records/${tamsin.id}`);
    panel = await officer.press(first);
    await unlocks(panel);
    await sees(panel, tamsin.reference);
    await savesReferral(panel);
    await sees(panel, 'What next?');
  });
  afterAll(async () => {
    await officer?.close();
    await rms?.stop();
  });

  it('asks before the save, by keyboard alone, with both dates of birth side by side', async () => {
    await pressesOn('lists', ELSEWHERE);
    await asksWho(tabsTo);
    await until('the question has the focus', async () => (await focused()) === QUESTION);
    await sees(panel, 'The same email address');
    await sees(panel, 'The date of birth differs');
    await sees(panel, 'Held: 14 March 2009');
    await sees(panel, 'New: 14 March 2008');
    expect((await recordsHeld(panel)).referral).toHaveLength(1);
    expect(await axeProblems(panel)).toEqual([]);
    expect(await sidewaysProblems(panel, 360)).toEqual([]);

    const audit = (await askKeeper(panel, 'audit')) as readonly {
      readonly action: string;
      readonly records: readonly string[];
    }[];
    const [subject] = (await recordsHeld(panel)).subject;
    const looks = audit.filter(({ action }) => action === 'consultation');
    expect(looks.flatMap(({ records }) => records)).toContain(subject?.id);
  });

  it('makes one subject of two sources, and keeps what they say differently', async () => {
    await until('the question has the focus', async () => (await focused()) === QUESTION);
    await panel.keyboard.press('Tab');
    expect(await focused()).toBe('New person');
    await panel.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Same person: Tamsin Aoife O’Connell-Vael');
    await sees(panel, 'What is recorded differently');
    expect(await sidewaysProblems(panel, 360)).toEqual([]);
    const conflicts = await panel.$$eval('.cp-seen__conflicts legend', (legends) =>
      legends.map((legend) => legend.textContent),
    );
    expect(conflicts).toContain('Date of birth');
    await panel.keyboard.press('Tab');
    expect(await focused()).toBe('A new referral');
    await panel.keyboard.press('Space');
    for (const _ of conflicts) {
      await panel.keyboard.press('Tab');
      expect(await focused()).toMatch(/^Held: /);
      await panel.keyboard.press('Space');
    }
    await tabsTo(panel, 'Save without it');
    await sees(panel, 'What next?');

    const { subject, referral, sourceCapture, comparison } = await recordsHeld(panel);
    expect(subject).toHaveLength(1);
    expect(referral).toHaveLength(2);
    expect(sourceCapture).toHaveLength(2);
    expect(comparison).toEqual([]);
    const [one] = subject as readonly [HeldRecord];
    expect(one.value).toMatchObject({
      bornOn: '2009-03-14',
      phones: ['+447700900417', '+447700900612'],
    });
    expect(one.value.alsoRecorded).toContainEqual(
      expect.objectContaining({ what: 'bornOn', date: '2008-03-14' }),
    );
    expect(one.sources?.['phones[0]']).toHaveLength(2);

    const desk = await officer.open('workspace.html');
    await opensSubject(desk, String(one.value.name));
    await opensSection(desk, 'Details');
    await sees(desk, 'Recorded differently elsewhere');
    await sees(desk, 'Recorded as: 14 March 2008');
    await desk.close();
  });

  it('keeps a twin at the same address apart, and does not ask about the pair again', async () => {
    await pressesOn('summary', TWIN);
    await asksWho();
    await sees(panel, 'The forename differs');
    await chooses(panel, 'New person');
    await presses(panel, 'Save without it');
    await sees(panel, 'What next?');
    const { subject, comparison } = await recordsHeld(panel);
    expect(subject.map(({ value }) => value.name)).toEqual([
      'Tamsin Aoife O’Connell-Vael',
      'Fergus O’Connell-Vael',
    ]);
    expect(comparison.map(({ value }) => value)).toMatchObject([
      { subjectId: subject[1]?.id, otherId: subject[0]?.id, answer: 'not-same' },
    ]);

    await pressesOn('lists', TWIN);
    await asksWho();
    const choices = await panel.$$eval('.cp-seen .govuk-radios__label', (labels) =>
      labels.map((label) => label.textContent),
    );
    expect(choices).toEqual(['New person', 'Same person: Fergus O’Connell-Vael', 'Not sure']);
    await sees(panel, '1 person you were asked about before');
    await chooses(panel, 'Same person: Fergus');
    await chooses(panel, `Referral ${TWIN.reference}`);
    await savesReferral(panel);
    await sees(panel, 'Added to the referral');
    const after = await recordsHeld(panel);
    expect(after.subject).toHaveLength(2);
    expect(after.referral).toHaveLength(3);
    const fergus = after.referral.find(({ value }) => value.reference === TWIN.reference);
    expect(fergus?.sources?.reference).toHaveLength(2);
  });
});

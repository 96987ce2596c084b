/**
 * The ground under a referral in the built extension: area, suspected offence, organisation, identifiers, and the
 * conditions that it was given on. Captured, filtered by, searched, corrected, exchanged and disposed of.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from '../../../examples/practice-rms/src/index.ts';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { ADDRESS, fills, filters, GIVEN, rowsOf, savesWithConditions } from './ground-steps.ts';
import { opensSubject, WRITTEN } from './journey-steps.ts';
import { askKeeper, type HeldKind, recordsHeld } from './keeper-ask.ts';
import { keepsSubject } from './keeps-subject.ts';
import {
  chooses,
  dates,
  goesTo,
  presses,
  saveWords,
  says,
  sees,
  types,
  unlocks,
} from './officer.ts';
import { launchPrepared } from './prepared-officer.ts';
import { saysHow } from './told-steps.ts';
import { looksForNothing, opensSection } from './tour-controls.ts';

const OTHER = 'Tamsin Aoife O’Connell';

describe('the ground under a referral', () => {
  let rms: PracticeRms;
  let rowan: OfficerBrowser;
  let desk: Page;
  let person = '';

  const valuesOf = async (kind: HeldKind) =>
    (await recordsHeld(desk))[kind].map(({ value }) => value);
  const subjects = async () => (await valuesOf('subject')).map(({ name, areas }) => [name, areas]);

  beforeAll(async () => {
    rms = await startPracticeRms();
    rowan = await launchPrepared();
    const page = await rowan.browser.newPage();
    await page.goto(`${rms.url}/lists/records/1`);
    const panel = await rowan.press(page);
    await unlocks(panel);
    await sees(panel, 'Review what was read');
    person = await savesWithConditions(panel);
    await panel.close();
    desk = await rowan.open('workspace.html');
    await sees(desk, 'Settings');
    // Somebody of nearly the same name, who has none of it.
    await keepsSubject(desk, OTHER);
  });
  afterAll(async () => {
    await rowan?.close();
    await rms?.stop();
  });

  it('has its conditions on the capture, and nothing that nobody said', async () => {
    const held = await recordsHeld(desk);
    expect(held.sourceCapture.map(({ value }) => value)).toEqual([
      expect.objectContaining({
        packageReference: GIVEN.reference,
        handling: {
          handlingCode: 'C',
          handlingAction: 'A1',
          handlingSanitisation: 'S2',
          handlingInstructions: GIVEN.instructions,
        },
      }),
    ]);
    expect([held.offence, held.organisation, held.organisationLink]).toEqual([[], [], []]);
    expect(await subjects()).toEqual(
      expect.arrayContaining([
        [person, undefined],
        [OTHER, undefined],
      ]),
    );
  });

  it('gets an area that a person chose, and no area of another force’s council', async () => {
    await opensSubject(desk, person);
    await opensSection(desk, 'Details');
    await presses(desk, 'Add area');
    await sees(desk, 'This postcode is not that of a place. Choose the area yourself.');
    await chooses(desk, 'Force area', 'Thames Valley');
    await chooses(desk, 'Local authority', 'Leeds');
    await saysHow(desk);
    await presses(desk, 'Add an area for');
    await sees(desk, 'There is a problem');
    expect(await subjects()).toContainEqual([person, undefined]);
    await chooses(desk, 'Local authority', 'Reading');
    await presses(desk, 'Add an area for');
    await sees(desk, 'Opening this page was logged.');
    expect(await subjects()).toContainEqual([
      person,
      [expect.objectContaining({ forceArea: '43', localAuthority: 'E06000038' })],
    ]);
    expect(await subjects()).toContainEqual([OTHER, undefined]);
  });

  it('gets the section that its words suggest once it is chosen, with a status', async () => {
    await opensSection(desk, 'Suspected offences');
    await presses(desk, 'Say which section this is');
    await sees(desk, 'It may be: Section 1');
    await presses(desk, 'Choose this section');
    await chooses(desk, 'Status', 'Suspected');
    await presses(desk, 'Save the suspected offence');
    await sees(desk, 'The words were recorded as a suspected offence');
    expect(await valuesOf('offence')).toEqual([
      expect.objectContaining({
        asRead: 'Unauthorised access to computer material',
        section: '1',
        standings: [expect.objectContaining({ status: 'suspected' })],
      }),
    ]);
  });

  it('has its words joined to an organisation place by place', async () => {
    await goesTo(desk, 'Organisations');
    await presses(desk, 'Words to join');
    await sees(desk, 'Words 1 of');
    await presses(desk, 'Join the selected places');
    await sees(desk, 'Select which organisation the words mean');
    expect([await valuesOf('organisation'), await valuesOf('organisationLink')]).toEqual([[], []]);
    await chooses(desk, 'None of these: make a new organisation');
    await chooses(desk, 'Kind', 'School');
    await types(desk, 'Town or city', 'Brackenfield');
    await presses(desk, 'Join the selected places');
    await sees(desk, `“${WRITTEN.school}”`);
    const [school] = (await recordsHeld(desk)).organisation;
    expect(await valuesOf('organisationLink')).toEqual([
      expect.objectContaining({ words: 'Brackenfield Vale School', organisationId: school?.id }),
    ]);
    await sees(desk, 'Because: ');
    await chooses(desk, 'Brackenfield Vale School, Brackenfield');
    await presses(desk, 'Join the selected places');
    await sees(desk, 'All words are joined, or there are none.');
    expect((await valuesOf('organisationLink')).map(({ words }) => words).toSorted()).toEqual([
      'Brackenfield Vale School',
      WRITTEN.school,
    ]);
    // The words stay as they were.
    const [referrer] = await valuesOf('referrer');
    expect(referrer?.organisation).toBe('Brackenfield Vale School');
  });

  it('refuses an IP address without its moment, and keeps one with it', async () => {
    await opensSubject(desk, person);
    await opensSection(desk, 'Identifiers');
    await presses(desk, 'Add an identifier');
    await chooses(desk, 'Type of identifier', 'IP address');
    await types(desk, 'As seen', ADDRESS);
    await saysHow(desk);
    await presses(desk, 'Save the identifier');
    await sees(desk, 'Enter the date it was used');
    await dates(desk, 'Date it was used', '26/1/2026');
    await types(desk, 'Time it was used', '21:05');
    await presses(desk, 'Save the identifier');
    await sees(desk, 'There is a problem');
    expect(await valuesOf('onlineIdentifier')).toHaveLength(2);
    await types(desk, 'Time zone', 'GMT');
    await presses(desk, 'Save the identifier');
    await sees(desk, 'Opening this page was logged.');
    expect(await valuesOf('onlineIdentifier')).toContainEqual(
      expect.objectContaining({
        type: 'ip-address',
        asSeen: ADDRESS,
        seenAt: { on: '2026-01-26', at: '21:05', zone: 'GMT' },
      }),
    );
  });

  it('is filtered by in the lists, which leave the other person out', async () => {
    await goesTo(desk, 'Subjects');
    await sees(desk, '2 subjects');
    for (const [by, choice] of [
      ['Force area', 'Thames Valley'],
      ['Local authority', 'Reading'],
      ['Suspected offence', 'Section 1'],
      ['Status of the offence', 'Suspected'],
    ] as const) {
      await filters(desk, by, choice);
      await sees(desk, '1 of 2');
      expect(await rowsOf(desk)).toEqual([expect.stringContaining(person)]);
      await presses(desk, 'Take off');
      await sees(desk, '2 subjects');
    }
  });

  it('is found in the lists of its own, and by a search for anything', async () => {
    await goesTo(desk, 'Identifiers');
    await sees(desk, '3 identifiers');
    await filters(desk, 'Type', 'IP address');
    expect(await rowsOf(desk)).toEqual([expect.stringContaining(ADDRESS)]);
    await presses(desk, 'Take off');
    await types(desk, 'Find an identifier', 'tazvael');
    await sees(desk, '1 of 3');
    expect(await rowsOf(desk)).toEqual([expect.stringContaining('tazvael_0417')]);
    await looksForNothing(desk);
    await goesTo(desk, 'Organisations');
    await sees(desk, '1 organisation');
    await filters(desk, 'Kind', 'School');
    expect(await rowsOf(desk)).toEqual([expect.stringContaining('Brackenfield Vale School')]);
    await presses(desk, 'Take off');
    for (const [words, where] of [
      [ADDRESS, `As seen (identifier): ${ADDRESS}`],
      ['taz-vael', 'As seen (identifier): taz-vael'],
      ['Brackenfield Vale', 'Brackenfield Vale School'],
      ['Section 1', 'section 1'],
      ['Reading', 'Local authority: Reading'],
    ] as const) {
      await goesTo(desk, 'Subjects');
      await types(desk, 'Find a subject', words);
      await sees(desk, where);
      expect(await rowsOf(desk)).toEqual([expect.stringContaining(person)]);
    }
    await looksForNothing(desk);
  });

  it('shows it in the chronology', async () => {
    await opensSubject(desk, person);
    await opensSection(desk, 'Timeline');
    await sees(desk, 'Suspected offence: Section 1: unauthorised access to computer material');
  });
  it('keeps what was given on conditions from a partner, and says once what to do', async () => {
    await sees(desk, 'Overview');
    await opensSummary();
    await sees(desk, 'This document may not go to: Partner agency.');
    await sees(desk, `given on conditions (package ${GIVEN.reference}, handling C A1 S2`);
    expect(await countOf(desk, 'given on conditions')).toBe(1);
    expect(await says(desk, 'Save as')).toBe(false);
  });

  it('lets it go with a permission for that way alone, and with its conditions', async () => {
    await opensSubject(desk, person);
    await opensSection(desk, 'Sources');
    await presses(desk, 'Record a permission to share');
    await chooses(desk, 'What is permitted', 'Partner agency or school');
    await types(desk, 'Who permitted it', 'DS Quill, north unit');
    await dates(desk, 'Permitted on', '1/12/2026');
    await types(desk, 'Reference', 'QL/26/1');
    await presses(desk, await saveWords(desk));
    await sees(desk, 'Opening this page was logged.');
    await opensSummary();
    await sees(desk, 'Parts of this are given on conditions.');
    await presses(desk, 'Other formats');
    const { text } = await saves(rowan, () => presses(desk, 'Save as Markdown'));
    expect(text).toContain('Parts of this are given on conditions.');
    expect(text).toContain(person);
    for (const hidden of [GIVEN.reference, GIVEN.instructions, ADDRESS, 'DS Quill'])
      expect(text).not.toContain(hidden);
    await presses(desk, 'Export it again');
    await chooses(desk, 'Where is it going?', 'Court or prosecutor');
    await sees(desk, 'This document may not go to: Court or prosecutor.');
  });

  it('is corrected one by one, and what was said before stays', async () => {
    await opensSubject(desk, person);
    await fills(desk, ['Details', 'Correct area'], async () => {
      await chooses(desk, 'Local authority', 'Wokingham');
      await saysHow(desk);
    });
    await fills(desk, ['Suspected offences', 'Correct the suspected offence'], async () => {
      await chooses(desk, 'Section of the Computer Misuse Act', 'Section 2');
      await saysHow(desk);
    });
    await fills(desk, ['Identifiers', 'Correct tazvael_0417'], async () => {
      await types(desk, 'Platform’s own id', '417');
      await saysHow(desk);
    });
    await goesTo(desk, 'Organisations');
    await presses(desk, 'Brackenfield Vale School');
    await sees(desk, person);
    await presses(desk, 'It has a new name');
    await types(desk, 'Name', 'Brackenfield Academy');
    await dates(desk, 'Last day of the old name', '31/8/2026');
    await presses(desk, 'Save the new name');
    await sees(desk, 'The new name was recorded');
    const held = await recordsHeld(desk);
    expect(held.organisation.map(({ value }) => value)).toEqual([
      expect.objectContaining({
        name: 'Brackenfield Academy',
        earlierNames: [expect.objectContaining({ name: 'Brackenfield Vale School' })],
      }),
    ]);
    expect(held.organisationLink.map(({ value }) => value.organisationId)).toEqual(
      held.organisationLink.map(() => held.organisation[0]?.id),
    );
    expect(await subjects()).toContainEqual([
      person,
      [{ forceArea: '43', localAuthority: 'E06000041', notedOn: expect.any(String) }],
    ]);
    expect(await subjects()).toContainEqual([OTHER, undefined]);
    expect(held.offence.map(({ value }) => value.section)).toEqual(['2']);
    const [captured] = held.onlineIdentifier.filter(({ value }) => value.platformId === '417');
    expect(captured?.sources?.asSeen?.[0]).toMatchObject({ capture: held.sourceCapture[0]?.id });
    const history = await askKeeper(desk, 'history', held.offence[0]?.id);
    expect(history).toHaveLength(2);
  });

  it('has its conditions corrected, looser by nobody without a permission', async () => {
    await opensSubject(desk, person);
    await opensSection(desk, 'Sources');
    await presses(desk, 'Correct the conditions');
    await chooses(desk, 'P Lawful sharing permitted');
    await types(desk, 'Why you change them', 'It is said that anybody may have it.');
    await presses(desk, await saveWords(desk));
    await sees(desk, 'There is a problem');
    await chooses(desk, 'C Lawful sharing permitted with conditions');
    await chooses(desk, 'A2 Covert action');
    await presses(desk, await saveWords(desk));
    await sees(desk, 'The conditions were corrected.');
    // A permission never lifts what is forbidden.
    await opensSummary();
    await sees(desk, 'This document may not go to: Partner agency.');
    await sees(desk, 'Its conditions forbid this.');
  });

  it('is offered to no other system', async () => {
    const page = await rowan.browser.newPage();
    await page.goto(`${rms.url}/lists/records/1/edit`);
    const panel = await rowan.press(page);
    await sees(panel, 'Capture');
    await opensSubject(panel, person);
    await opensSection(panel, 'Referrals');
    await presses(panel, 'Write to another system');
    await sees(panel, 'Open the form, then press');
    await rowan.press(page);
    await sees(panel, 'Kept out by their conditions');
    expect(await countOf(panel, 'Given on conditions')).toBe(1);
    expect(await panel.$$eval('main [data-row] input[type=checkbox]', (all) => all.length)).toBe(0);
    await panel.close();
    await page.close();
  });

  const opensSummary = async () => {
    await presses(desk, 'Case summary');
    await sees(desk, 'Where is it going?');
    await chooses(desk, 'Where is it going?', 'Partner agency');
    await types(desk, 'Who receives it?', WRITTEN.recipient);
    await chooses(desk, 'Legal gateway', 'To safeguard a child');
    await sees(desk, 'What is withheld, and why');
  };
});

function countOf(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (wanted) => (document.querySelector('main')?.innerText ?? '').split(wanted).length - 1,
    words,
  );
}

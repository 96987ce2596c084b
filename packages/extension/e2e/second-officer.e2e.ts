/**
 * Second signatures between two officers, given or declined, each in their own browser: asked, read, answered, given
 * back, taken in.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { namesColleague, opensKeeping } from './ending-steps.ts';
import { type Card, exportsCard, type Saving, takesIn } from './exchange-steps.ts';
import { recordsHeld } from './keeper-ask.ts';
import { keepsProposal } from './keeps-proposal.ts';
import { keepsSubject } from './keeps-subject.ts';
import { chooses, goesTo, INES, presses, sees, types, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { opensActs } from './tour-controls.ts';

const PERSON = 'Petra Lindqvist';
const WHY = 'A threat that no item asks about.';

describe('what is asked of a second officer', () => {
  let browsers: OfficerBrowser[] = [];
  let desks: Page[] = [];
  let cards: Card[] = [];
  let subject = '';
  const at = (which: 'asking' | 'asked') => {
    const place = which === 'asking' ? 0 : 1;
    const [browser, desk, card] = [browsers[place], desks[place], cards[1 - place]];
    if (!browser || !desk || !card) throw new Error('There is no browser');
    const saving: Saving = async (act) => (await saves(browser, act)).path;
    return { desk, saving, cardOfOther: card };
  };

  beforeAll(async () => {
    browsers = await Promise.all([launchPrepared(), launchPrepared(INES)]);
    desks = await Promise.all(browsers.map(opensUnlocked));
    const [first] = desks;
    if (!first) throw new Error('There is no page');
    subject = await keepsSubject(first, PERSON);
    await keepsProposal(first, subject, WHY);
    for (const [place, desk] of desks.entries()) {
      const browser = browsers[place];
      if (!browser) throw new Error('There is no browser');
      cards.push(await exportsCard(desk, async (act) => (await saves(browser, act)).path));
    }
  });
  afterAll(async () => {
    for (const each of browsers) await each.close();
    [browsers, desks, cards] = [[], [], []];
  });

  /** @returns the file for the colleague */
  async function asks(what: string): Promise<string> {
    const { desk, saving, cardOfOther } = at('asking');
    await goesTo(desk, 'Subjects');
    await presses(desk, PERSON);
    await opensActs(desk);
    await presses(desk, 'Ask a colleague');
    await sees(desk, 'Ask a colleague about');
    await chooses(desk, 'What are you asking?', what);
    await namesColleague(desk, cardOfOther);
    const file = await saving(() => presses(desk, 'Make the file for your colleague'));
    await sees(desk, 'The file was made and the disclosure logged');
    await sees(desk, 'Not confirmed');
    return file;
  }

  /** The colleague takes it in and opens the request. */
  async function opens(file: string, what: string): Promise<void> {
    const { desk } = at('asked');
    await takesIn(desk, file);
    await sees(desk, 'Asked of you');
    await presses(desk, `${what}: ${PERSON}`);
    await sees(desk, 'Asked by DC Rowan Thackeray');
  }

  /** Answers on the same screen, and takes the answer in for the requesting officer. */
  async function givesBack(): Promise<void> {
    const { desk, saving, cardOfOther } = at('asked');
    await sees(desk, 'Your answer was saved, signed with your key');
    await namesColleague(desk, cardOfOther);
    const back = await saving(() => presses(desk, 'Make the file with the answers'));
    await sees(desk, 'The file was made and the disclosure logged');
    await takesIn(at('asking').desk, back);
    await sees(at('asking').desk, 'Answered by your colleague');
  }

  const override = async (desk: Page) => (await recordsHeld(desk)).assessment[0]?.value.override;

  it('is a level that stands once they have read and signed it', async () => {
    const file = await asks('Confirm a level as second officer');
    const { desk } = at('asked');
    await opens(file, 'Confirm a level as second officer');
    await sees(desk, WHY);
    await sees(desk, 'Level proposed instead');
    await presses(desk, 'Save my answer');
    await sees(desk, 'Select your answer');
    await chooses(desk, 'Agreed');
    await presses(desk, 'Save my answer');
    await givesBack();
    await sees(at('asking').desk, 'Agreed, ');
    const requests = async () => (await recordsHeld(at('asking').desk)).colleagueRequest;
    await until('the colleague signed it', async () =>
      (await requests()).every(({ value, updatedBy }) => updatedBy === value.to),
    );
    const [request] = await requests();
    expect(await override(at('asking').desk)).toMatchObject({
      confirmedBy: request?.value.to,
    });
  });

  it('is asked for a second time only where another level waits', async () => {
    const { desk, cardOfOther } = at('asking');
    await goesTo(desk, 'Subjects');
    await presses(desk, PERSON);
    await opensActs(desk);
    await presses(desk, 'Ask a colleague');
    await sees(desk, 'Ask a colleague about');
    await chooses(desk, 'What are you asking?', 'Confirm a level as second officer');
    await namesColleague(desk, cardOfOther);
    await presses(desk, 'Make the file for your colleague');
    await sees(desk, 'No other level is waiting for a second officer on this case');
  });

  it('is a closure that a supervisor does not agree with, and says why', async () => {
    const { desk: mine } = at('asking');
    await opensKeeping(mine, PERSON);
    await presses(mine, 'Close the case');
    await chooses(mine, 'Why it is closed', 'No further concern');
    await types(mine, 'Reason', 'The plan is done.');
    await presses(mine, 'Close the case');
    await sees(mine, 'The case is closed.');
    const file = await asks('Review a closure as supervisor');
    await goesTo(mine, 'Subjects');
    await presses(mine, PERSON);
    await sees(mine, 'Asked of DS Ines Marlow');
    await sees(mine, 'Not confirmed');

    const { desk } = at('asked');
    await opens(file, 'Review a closure as supervisor');
    await sees(desk, 'The plan is done.');
    await chooses(desk, 'Not agreed');
    await presses(desk, 'Save my answer');
    await sees(desk, 'Enter why not');
    await types(desk, 'Reason', 'The school has not been told.');
    await presses(desk, 'Save my answer');
    await givesBack();
    await goesTo(mine, 'Subjects');
    await presses(mine, PERSON);
    await sees(mine, 'The school has not been told.');
  });
});

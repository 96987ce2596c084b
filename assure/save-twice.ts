/**
 * A save cut off between being kept and being answered: the keeper is killed, the page reloaded, and the officer presses
 * *Save* again. Records lost and records made twice are counted.
 */
import type { Page } from 'puppeteer-core';
import type { OfficerBrowser } from '../packages/extension/e2e/browser.ts';
import { askKeeper, recordsHeld } from '../packages/extension/e2e/keeper-ask.ts';
import { keepsSubject } from '../packages/extension/e2e/keeps-subject.ts';
import {
  chooses,
  control,
  goesTo,
  presses,
  says,
  sees,
  types,
  unlocks,
  until,
} from '../packages/extension/e2e/officer.ts';
import { addsScript, type Variant, variantOf } from '../packages/extension/e2e/variant.ts';
import { atLeast, exactly, type Measure, printed } from './measure.ts';
import { newGround, openVault, PASSPHRASE } from './vault-browser.ts';

const CUTS = { full: 10, quick: 1 };
const CONTROL_CUTS = 1;

const NAME = 'Quillon Ashgrove';

const GRADES = [
  'Report',
  '2 Untested',
  'B Known indirectly but corroborated',
  'P Lawful sharing permitted',
] as const;

/** A form that an officer fills in, and what one save of it makes. */
interface Act {
  readonly kind: 'intervention' | 'intelligenceNote';
  /** Opens the form, which may ask about what was typed before. */
  readonly open: (page: Page) => Promise<void>;
  /** Its first control. */
  readonly first: string;
  readonly fill: (page: Page, round: number) => Promise<void>;
  readonly save: string;
  readonly saved: string;
}

const ACTS: readonly Act[] = [
  {
    kind: 'intervention',
    async open(page) {
      await goesTo(page, 'Quick log');
      await types(page, 'Who was it with?', NAME);
      await sees(page, NAME);
      await page.keyboard.press('Enter');
    },
    first: 'Kind of intervention',
    async fill(page, round) {
      await chooses(page, 'Kind of intervention', 'Home visit or initial meeting');
      await chooses(page, 'How', 'Telephone');
      await chooses(page, 'Outcome', 'Engaged');
      await types(page, 'Contact time in minutes', String(10 + round));
    },
    save: `Log for ${NAME}`,
    saved: `The contact with ${NAME} was logged`,
  },
  {
    kind: 'intelligenceNote',
    open: (page) => goesTo(page, 'Note'),
    first: 'Intelligence',
    async fill(page, round) {
      await types(page, 'Intelligence', `Was seen to sign in as somebody else, time ${round}.`);
      for (const grade of GRADES) await chooses(page, grade);
    },
    save: 'Save the note',
    saved: 'The intelligence note was saved',
  },
];

export const saveTwice: Measure = {
  name: 'save-twice',
  what: 'the keeper killed between a save and its answer, and Save pressed again',
  async run({ extension, isQuick, say }) {
    const cuts = isQuick ? CUTS.quick : CUTS.full;
    const asIs = await counted(cuttingBuild(extension), cuts, say, [cutOff, doubled, inTwoWindows]);
    const control = await counted(forgetfulBuild(extension), CONTROL_CUTS, say, [cutOff]);
    return [
      printed('saves cut off, pressed twice and pressed in two windows', asIs.saves),
      exactly('saves lost', asIs.lost, 0),
      exactly('saves made twice', asIs.twice, 0),
      atLeast('control, a save on its way is not put away: saves made twice', control.twice, 1),
    ];
  },
};

interface Counted {
  readonly saves: number;
  readonly lost: number;
  readonly twice: number;
}

/** One way in which a save may be asked for twice, from a form that is filled in. */
type Way = (window: OpenWindow, act: Act) => Promise<void>;

interface OpenWindow {
  readonly officer: OfficerBrowser;
  readonly page: Page;
}

async function counted(
  build: Variant,
  rounds: number,
  say: (line: string) => void,
  ways: readonly Way[],
): Promise<Counted> {
  const ground = await newGround(build.dir);
  const { officer, page } = await openVault(ground, build.dir);
  const count = { saves: 0, lost: 0, twice: 0 };
  try {
    await keepsSubject(page, NAME);
    for (let round = 1; round <= rounds; round += 1)
      for (const act of ACTS)
        for (const way of ways) {
          const before = await countOf(page, act);
          await beginsAfresh(page, act);
          await act.fill(page, round);
          await way({ officer, page }, act);
          const made = (await countOf(page, act)) - before;
          count.saves += 1;
          if (made < 1) count.lost += 1;
          if (made > 1) count.twice += 1;
          say(`${act.save}, ${way.name}: ${made} made`);
        }
    return count;
  } finally {
    await officer.close();
    await ground.remove();
    build.remove();
  }
}

/** Opens the form, and continues with what was typed before. */
async function continues(page: Page, { open, first }: Act): Promise<void> {
  await open(page);
  await control(page, first);
}

/** The slower of two windows keeps its words, with the save of the other: they are not those of the next round. */
async function beginsAfresh(page: Page, { open, first }: Act): Promise<void> {
  await open(page);
  const isBegun = () => says(page, 'Begun on');
  const isThere = () =>
    page.evaluate(
      (words) =>
        [...document.querySelectorAll('main label')].some((label) =>
          label.textContent?.trim().startsWith(words),
        ),
      first,
    );
  await until('the form is there, or asks', async () => (await isBegun()) || (await isThere()));
  if (!(await isBegun())) return;
  await presses(page, 'Start again');
  await until('the form is there', isThere);
}

/** The keeper dies once it has saved, the page is loaded again, and the officer presses again. */
async function cutOff({ page }: OpenWindow, act: Act): Promise<void> {
  await savesCutOff(page, act);
  await pressesAgain(page, act);
}

/** A double click. */
async function doubled({ page }: OpenWindow, { save, saved }: Act): Promise<void> {
  await page.evaluate(pressesTimes, save, 2);
  await sees(page, saved);
}

/** The same half-typed form in two windows, both pressed at once; a window may ask which of the two is meant. */
async function inTwoWindows({ officer, page }: OpenWindow, act: Act): Promise<void> {
  await sees(page, 'Draft kept at');
  const other = await officer.open('workspace.html');
  try {
    await sees(other, 'Settings');
    await continues(other, act);
    await Promise.all([page, other].map((window) => window.evaluate(pressesTimes, act.save, 1)));
    await until('one of the windows says that it is saved', async () => {
      const said = await Promise.all([page, other].map((window) => says(window, act.saved)));
      return said.includes(true);
    });
    // The slower window is given its time: what it does after this would be a second save.
    await until('neither window is saving', async () => {
      const busy = await Promise.all([page, other].map((window) => window.evaluate(isSaving)));
      return !busy.includes(true);
    });
  } finally {
    await other.close();
  }
}

/** Runs in the page. */
function pressesTimes(words: string, times: number): void {
  const button = [...document.querySelectorAll<HTMLElement>('button')].find(({ textContent }) =>
    textContent?.trim().startsWith(words),
  );
  if (!button) throw new Error(`No button “${words}”`);
  for (let press = 0; press < times; press += 1) button.click();
}

/** Runs in the page. */
function isSaving(): boolean {
  return document.querySelector('button[aria-disabled="true"]') !== null;
}

async function countOf(page: Page, { kind }: Act): Promise<number> {
  return (await recordsHeld(page))[kind].length;
}

/** The answer to the next commit never leaves the keeper, which is closed once it has kept it; then the page is loaded again. */
async function savesCutOff(page: Page, { save }: Act): Promise<void> {
  await page.evaluate(() => {
    const channel = new BroadcastChannel('assure-cut');
    channel.onmessage = ({ data }) => {
      if (data === 'kept') document.documentElement.dataset.cut = 'kept';
    };
    channel.postMessage('cut the next');
  });
  await presses(page, save);
  await until('the save is kept', () =>
    page.evaluate(() => document.documentElement.dataset.cut === 'kept'),
  );
  await page.evaluate(() => chrome.offscreen.closeDocument());
  await page.reload();
  await unlocks(page, PASSPHRASE);
  // The page comes back on the form itself: the officer opens it again from elsewhere.
  await goesTo(page, 'Today');
}

async function pressesAgain(page: Page, act: Act): Promise<void> {
  await continues(page, act);
  await presses(page, act.save);
  await sees(page, act.saved);
  await askKeeper(page, 'join');
}

/** Keeps back the answer to a commit when it is asked to, and says so. */
function cuttingBuild(extension: string): Variant {
  return variantOf((dir) => addsScript(dir, 'keeper.html', 'cutting.js', CUTTING), extension);
}

/** As `cuttingBuild`, and a page does not put away the save that is on its way. */
function forgetfulBuild(extension: string): Variant {
  return variantOf((dir) => {
    addsScript(dir, 'keeper.html', 'cutting.js', CUTTING);
    addsScript(dir, 'workspace.html', 'forgetful.js', FORGETFUL);
  }, extension);
}

const CUTTING = `
const cut = new BroadcastChannel('assure-cut');
let isDue = false;
cut.onmessage = ({ data }) => { isDue ||= data === 'cut the next'; };
const commits = new Set();
const { get, set } = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'onmessage');
Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {
  get,
  set(handler) {
    set.call(this, (event) => {
      const { verb, id } = event.data ?? {};
      if (verb === 'commit') commits.add(id);
      return handler(event);
    });
  },
});
const { postMessage } = BroadcastChannel.prototype;
BroadcastChannel.prototype.postMessage = function (message) {
  const isAnswer = message.to === 'client' && message.name === 'done' && commits.has(message.id);
  if (!isDue || !isAnswer) return postMessage.call(this, message);
  isDue = false;
  postMessage.call(cut, 'kept');
};
`;

const FORGETFUL = `
const { postMessage } = BroadcastChannel.prototype;
BroadcastChannel.prototype.postMessage = function (message) {
  if (message.verb !== 'work-save') return postMessage.call(this, message);
  const [key, value, ...rest] = message.args;
  const { saving, ...typed } = value ?? {};
  postMessage.call(this, { ...message, args: [key, typeof value === 'object' ? typed : value, ...rest] });
};
`;

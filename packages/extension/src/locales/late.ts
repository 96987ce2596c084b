/** The words of views that are loaded late, with those of all: such a view takes its `t` from here, and the words come with it. */

import { account } from './en/account.js';
import { adapters } from './en/adapters.js';
import { advice } from './en/advice.js';
import { answers } from './en/answers.js';
import { assessment } from './en/assessment.js';
import { audit } from './en/audit.js';
import { backup } from './en/backup.js';
import { bringIn } from './en/bring-in.js';
import { cameBack } from './en/came-back.js';
import { caseWords } from './en/case.js';
import { concern } from './en/concern.js';
import { conditionWords } from './en/conditions.js';
import { decision } from './en/decision.js';
import { diaryWords } from './en/diary.js';
import { ending } from './en/ending.js';
import { enquiry } from './en/enquiry.js';
import { exchange } from './en/exchange.js';
import { facts } from './en/facts.js';
import { files } from './en/files.js';
import { fill } from './en/fill.js';
import { firstRun } from './en/first-run.js';
import { giveOut } from './en/give-out.js';
import { handling } from './en/handling.js';
import { help } from './en/help.js';
import { identifierWording } from './en/identifier.js';
import { keyWords } from './en/keys.js';
import { list } from './en/list.js';
import { note } from './en/note.js';
import { offence } from './en/offence.js';
import { organisationWords } from './en/organisation.js';
import { overviewWords } from './en/overview.js';
import { packs } from './en/packs.js';
import { pageCopy } from './en/page-copy.js';
import { palette } from './en/palette.js';
import { people } from './en/people.js';
import { person } from './en/person.js';
import { personLine } from './en/person-line.js';
import { pictureWords } from './en/picture.js';
import { plan } from './en/plan.js';
import { practiceWords } from './en/practice.js';
import { recovery } from './en/recovery.js';
import { referralWords } from './en/referral.js';
import { reviewLate } from './en/review-late.js';
import { saveWords } from './en/save.js';
import { secondOfficer } from './en/second-officer.js';
import { seen } from './en/seen.js';
import { settings } from './en/settings.js';
import { standingText } from './en/standing.js';
import { teach } from './en/teach.js';
import { textExport } from './en/text-export.js';
import { today } from './en/today.js';
import { told } from './en/told.js';
import { undo } from './en/undo.js';
import { unfinished } from './en/unfinished.js';
import { en } from './en.js';
import { translator } from './translate.js';

/** Every word on screen. */
export const all = {
  ...en,
  ...account,
  ...adapters,
  ...advice,
  ...answers,
  ...assessment,
  ...audit,
  ...backup,
  ...bringIn,
  ...cameBack,
  ...caseWords,
  ...conditionWords,
  ...decision,
  ...ending,
  ...enquiry,
  ...concern,
  ...diaryWords,
  ...exchange,
  ...facts,
  ...files,
  ...fill,
  ...firstRun,
  ...giveOut,
  ...handling,
  ...help,
  ...keyWords,
  ...identifierWording,
  ...list,
  ...note,
  ...organisationWords,
  ...overviewWords,
  ...packs,
  ...pageCopy,
  ...people,
  ...offence,
  ...person,
  ...personLine,
  ...pictureWords,
  ...plan,
  ...practiceWords,
  ...recovery,
  ...referralWords,
  ...reviewLate,
  ...saveWords,
  ...secondOfficer,
  ...seen,
  ...settings,
  ...standingText,
  ...teach,
  ...textExport,
  ...today,
  ...told,
  ...palette,
  ...undo,
  ...unfinished,
} as const;

export type LateKey = keyof typeof all;
/** Keys of sentences with nothing to fill in: what a table of screens may name. */
export type PlainKey = {
  [K in LateKey]: (typeof all)[K] extends `${string}{${string}` | { readonly other: string }
    ? never
    : K;
}[LateKey];
export const t = translator(all);

/** True if there is a sentence under the key: for words that go with codes of a schema, not of a list. */
export function isLateKey(key: string): key is LateKey {
  return Object.hasOwn(all, key);
}

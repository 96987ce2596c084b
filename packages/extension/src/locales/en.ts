/**
 * Every word on screen, in English. One file an area in `en/`, each a flat table with keys that begin with the area's
 * name; add an area by adding its file here. A key that two areas share is a compile error in `translate.test.ts`.
 */
import { answers } from './en/answers.js';
import { audit } from './en/audit.js';
import { backup } from './en/backup.js';
import { caseWords } from './en/case.js';
import { common } from './en/common.js';
import { exchange } from './en/exchange.js';
import { field } from './en/field.js';
import { firstRun } from './en/first-run.js';
import { lock } from './en/lock.js';
import { note } from './en/note.js';
import { pageCopy } from './en/page-copy.js';
import { recovery } from './en/recovery.js';
import { review } from './en/review.js';
import { safeguarding } from './en/safeguarding.js';
import { seen } from './en/seen.js';
import { settings } from './en/settings.js';
import { shell } from './en/shell.js';
import { told } from './en/told.js';

export const en = {
  ...answers,
  ...audit,
  ...backup,
  ...caseWords,
  ...common,
  ...exchange,
  ...field,
  ...firstRun,
  ...lock,
  ...note,
  ...pageCopy,
  ...recovery,
  ...review,
  ...safeguarding,
  ...seen,
  ...settings,
  ...shell,
  ...told,
} as const;

/**
 * Every word on screen that a page of ours may need at once, in English. One file an area in `en/`, each a flat table with
 * keys that begin with the area's name; add an area by adding its file here, or in `late.ts` where its views are loaded late.
 * A key that two areas share fails a test.
 */
import { common } from './en/common.js';
import { field } from './en/field.js';
import { lock } from './en/lock.js';
import { pageCopyAtOnce } from './en/page-copy-at-once.js';
import { recoveryAtOnce } from './en/recovery-at-once.js';
import { review } from './en/review.js';
import { safeguarding } from './en/safeguarding.js';
import { seenAtOnce } from './en/seen-at-once.js';
import { shell } from './en/shell.js';

export const en = {
  ...common,
  ...field,
  ...lock,
  ...pageCopyAtOnce,
  ...recoveryAtOnce,
  ...review,
  ...safeguarding,
  ...seenAtOnce,
  ...shell,
} as const;

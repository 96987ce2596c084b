/** What stands above a person's page while it matters. A new notice is a line here; it shows nothing when it has nothing to say. */

import { SubjectCheckNotice } from '../case/check-notice.js';
import { ClosedNotice } from '../case/closed-notice.js';
import type { SubjectNotice } from '../case/subject-page.js';
import { NextAct } from './next-act.js';
import { DatesNotice } from './notice/dates-notice.js';
import { VersionsNotice } from './notice/versions-notice.js';

export const SUBJECT_NOTICES: readonly SubjectNotice[] = [
  SubjectCheckNotice,
  VersionsNotice,
  DatesNotice,
  ClosedNotice,
  NextAct,
];

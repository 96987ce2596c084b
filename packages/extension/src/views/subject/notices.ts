/** What stands above a person's page while it matters. A new notice is a line here; it shows nothing when it has nothing to say. */
import { ClosedNotice } from '../ending/closed-notice.js';
import { SubjectCheckNotice } from './check-notice.js';
import { NextAct } from './next-act.js';
import { DatesNotice } from './notice/dates-notice.js';
import { VersionsNotice } from './notice/versions-notice.js';
import type { SubjectNotice } from './subject-page.js';

export const SUBJECT_NOTICES: readonly SubjectNotice[] = [
  SubjectCheckNotice,
  VersionsNotice,
  DatesNotice,
  ClosedNotice,
  NextAct,
];

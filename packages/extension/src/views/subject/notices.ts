/**
 * Notices above a person's page while they apply. A new notice is a line here; one with nothing to say renders nothing.
 */

import { SubjectCheckNotice } from '../case/check-notice.js';
import { ClosedNotice } from '../case/closed-notice.js';
import type { SubjectNotice } from '../case/subject-page.js';
import { DatesNotice } from './notice/dates-notice.js';
import { VersionsNotice } from './notice/versions-notice.js';

export const SUBJECT_NOTICES: readonly SubjectNotice[] = [
  SubjectCheckNotice,
  VersionsNotice,
  DatesNotice,
  ClosedNotice,
];

/**
 * The paper of a force's own notice: its letterhead, title, version and words as data, so that none of them is parsed;
 * and lines for signatures.
 */
import type { TemplateSource } from '../template.js';
import {
  BLANK_STATIONERY,
  NAME_BY_HAND,
  ROOM,
  SERVED_STATIONERY,
  SIGNATURES,
  type Stationery,
} from './signature-lines.js';

interface Parts extends Stationery {
  /** Paths of the force’s own words. */
  readonly title: string;
  readonly version: string;
  readonly words: string;
}

function textOf(parts: Parts, name: string, given: string): string {
  return `${parts.from}

# :value[${parts.title}]

:value[${parts.version}]

For ${name}

${given}

:value[${parts.words}]

${parts.contact}

${SIGNATURES}`;
}

export const forceNotice = {
  id: 'force-notice',
  markdown: `---
id: force-notice
title: Cease and desist notice
marking: OFFICIAL-SENSITIVE
needs: [subject, notice]
audience: subject
---

${textOf(
  {
    ...SERVED_STATIONERY,
    title: 'notice.notice',
    version: 'notice.noticeVersion',
    words: 'notice.noticeWords',
  },
  ':value[subject.name]',
  'Given on :value[notice.servedOn] by :value[notice.servedBy]',
)}`,
} as const satisfies TemplateSource;

/** For a visit: nobody's name is on it until it is given. */
export const forceNoticeBlank = {
  id: 'force-notice-blank',
  markdown: `---
id: force-notice-blank
title: Cease and desist notice
marking: OFFICIAL-SENSITIVE
needs: [subject, sheet]
audience: subject
---

${textOf(
  {
    ...BLANK_STATIONERY,
    title: 'sheet.title',
    version: 'sheet.version',
    words: 'sheet.words',
  },
  NAME_BY_HAND,
  `Given on ${ROOM} by ${ROOM}`,
)}`,
} as const satisfies TemplateSource;

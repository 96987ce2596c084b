/**
 * The paper of a force's own notice: its letterhead, title, version and words as data, so that none of them is parsed;
 * and lines for signatures.
 */
import type { TemplateSource } from '../template.js';
import { ROOM, SIGNATURES } from './signature-lines.js';

interface Paths {
  readonly from: string;
  readonly title: string;
  readonly version: string;
  readonly words: string;
  readonly contact: string;
}

function textOf(paths: Paths, name: string, given: string): string {
  return `:::when{present=${paths.from}}
:value[${paths.from}]
:::

# :value[${paths.title}]

:value[${paths.version}]

For ${name}

${given}

:value[${paths.words}]

:::when{present=${paths.contact}}
Telephone: :value[${paths.contact}]
:::

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
    from: 'notice.noticeFrom',
    title: 'notice.notice',
    version: 'notice.noticeVersion',
    words: 'notice.noticeWords',
    contact: 'notice.noticeContact',
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
    from: 'sheet.from',
    title: 'sheet.title',
    version: 'sheet.version',
    words: 'sheet.words',
    contact: 'sheet.contact',
  },
  ROOM,
  `Given on ${ROOM} by ${ROOM}`,
)}`,
} as const satisfies TemplateSource;

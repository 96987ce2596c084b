/** Groups of acts in the menu, and the group of each act by its id. A test holds that every act has one. */
import type { CommandId } from '../../../app/keys/key-table.js';
import type { PlainKey } from '../../../locales/late.js';

export const ACT_GROUPS = ['work', 'person', 'record', 'papers', 'ending'] as const;
export type ActGroup = (typeof ACT_GROUPS)[number];

const IDS: Readonly<Record<ActGroup, readonly string[]>> = {
  work: [
    'intervention',
    'quick-log',
    'together',
    'serve-notice',
    'stop-card',
    'advise-on-conditions',
    'start-assessment',
    'see-plan',
    'arrange-session',
    'contact-agency',
    'arrange-panel',
    'set-monitoring',
    'check-offending',
  ],
  person: [
    'note-related-person',
    'note-online-name',
    'record-offence',
    'record-participation',
    'record-basis',
    'ask-check',
    'know-person',
  ],
  record: ['note', 'safeguarding', 'record-telling', 'review-case', 'correction'],
  papers: ['summary', 'give-out', 'page-for-visit', 'hand-chronology-on', 'attach'],
  ending: ['handover', 'close-case', 'place-hold', 'choose-retention', 'dispose-of-case'],
};

const GROUP_OF: ReadonlyMap<string, ActGroup> = new Map(
  ACT_GROUPS.flatMap((group) => IDS[group].map((id) => [id, group] as const)),
);

/** Undefined for an act that the table does not know. */
export function groupOfAct(id: string): ActGroup | undefined {
  return GROUP_OF.get(id);
}

/** The four most used, which stay in sight next to the menu, each with its key, in words that leave room for all. */
export const DAILY_ACTS = [
  { id: 'intervention', label: 'subject.log' },
  { id: 'quick-log', label: 'quick.act' },
  { id: 'summary', label: 'subject.summary' },
  { id: 'note', label: 'acts.note' },
] as const satisfies readonly {
  readonly id: CommandId;
  readonly label: PlainKey;
}[];

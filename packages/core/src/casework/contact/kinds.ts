/** Contacts, plans, concerns and notices, as the desk shows them. */
import { writtenGrade } from '../../record/grade.js';
import { RECORD_LABELS } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import { happened, later } from '../act/happened.js';
import type { KindRows } from '../act/kind-row.js';
import { agencyDue } from './agency-contact.js';
import { concernDue } from './concern-due.js';
import { concernHappened } from './concern-happened.js';
import { concerns, incidents, notes } from './list-rows.js';
import { interventionDue } from './log-intervention.js';
import { objectiveDue } from './objective.js';
import { planDue } from './plan.js';
import { breachDue } from './serve-notice.js';
import { sessionDue } from './session.js';
import { stopCardDue } from './stop-card.js';

export const CONTACT_KINDS = {
  intervention: {
    due: interventionDue,
    happened: ({ value: { heldOn, kind, minutes, corrects } }, label) => {
      const correction = corrects === undefined ? '' : ' (corrects an earlier entry)';
      return [
        happened(heldOn, `${label('intervention-kind', kind)}, ${minutes} minutes${correction}`),
      ];
    },
    diary: 'some',
    activeOn: ({ value: { heldOn } }) => heldOn,
  },
  intelligenceNote: {
    due: 'nothing',
    // The text of a note is left out here: the officer opens it to read it.
    happened: ({ value: { intelligenceOn, grade }, createdAt }) => [
      happened(intelligenceOn ?? civilDay(createdAt), writtenGrade(grade)),
    ],
    diary: 'each',
    activeOn: 'no-day',
    found: 'place',
    list: { name: 'notes', projection: notes },
  },
  safeguardingConcern: {
    due: concernDue,
    happened: concernHappened,
    diary: 'each',
    activeOn: 'no-day',
    found: 'place',
    list: { name: 'concerns', projection: concerns },
  },
  writeBack: {
    due: 'nothing',
    happened: ({ value: { givenAt, ofKind, system, reference } }) => {
      const words = `${RECORD_LABELS[ofKind].one.toLowerCase()}, ${system}`;
      return [
        happened(civilDay(givenAt), reference === undefined ? words : `${words}, ${reference}`),
      ];
    },
    diary: 'none',
    activeOn: 'no-day',
  },
  incident: {
    due: 'nothing',
    happened: ({ value: { happenedOn, place } }) => [happened(happenedOn, place)],
    diary: 'none',
    activeOn: 'no-day',
    list: { name: 'incidents', projection: incidents },
  },
  plan: {
    due: planDue,
    happened: ({ value: { madeOn, agreedOn, endedOn, ended } }, label) => {
      const end = ended === undefined ? 'ended' : label('plan-end', ended).toLowerCase();
      return [
        happened(madeOn, 'made'),
        ...later(agreedOn, 'agreed with the young person', 'agreed'),
        ...later(endedOn, end, 'ended'),
      ];
    },
    diary: 'each',
    activeOn: 'no-day',
  },
  objective: {
    due: objectiveDue,
    happened: ({ value: { objective, result, closedOn } }, label) => {
      if (result === undefined) return [];
      const end = label('objective-result', result).toLowerCase();
      return later(closedOn, `${objective}, ${end}`, 'closed');
    },
    diary: 'each',
    activeOn: 'no-day',
  },
  planReview: {
    due: 'nothing',
    happened: ({ value: { heldOn } }) => [happened(heldOn)],
    diary: 'none',
    activeOn: ({ value: { heldOn } }) => heldOn,
  },
  session: {
    due: sessionDue,
    happened: ({ value: { arrangedFor, kind, attendance } }, label) => {
      const came =
        attendance === undefined ? 'arranged' : label('attendance', attendance).toLowerCase();
      return [happened(arrangedFor, `${label('intervention-kind', kind)}, ${came}`)];
    },
    diary: 'each',
    activeOn: 'no-day',
  },
  ceaseAndDesist: {
    due: 'nothing',
    happened: ({ value: { servedOn, how, notice } }, label) => [
      happened(servedOn, `${notice}, served ${label('notice-service', how).toLowerCase()}`),
    ],
    diary: 'none',
    activeOn: 'no-day',
  },
  noticeBreach: {
    due: breachDue,
    happened: ({ value: { notedOn, happenedOn, toldOn } }) => [
      happened(happenedOn ?? notedOn, 'noted'),
      ...later(toldOn, 'told', 'told'),
    ],
    diary: 'each',
    activeOn: 'no-day',
  },
  stopCard: {
    due: stopCardDue,
    happened: ({ value: { saidAt, where, toldOn } }, label) => [
      happened(civilDay(saidAt), label('admission-setting', where)),
      ...later(toldOn, 'the officer in the case was told', 'told'),
    ],
    diary: 'each',
    activeOn: 'no-day',
    found: 'place',
  },
  agencyContact: {
    due: agencyDue,
    happened: ({ value: { contactOn, agency } }, label) => [
      happened(contactOn, label('agency', agency)),
    ],
    diary: 'each',
    activeOn: 'no-day',
  },
} as const satisfies Partial<KindRows>;

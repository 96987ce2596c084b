/** Orders, their conditions, and the records that follow from them. */
import { happened, later } from '../act/happened.js';
import type { KindRows } from '../act/kind-row.js';
import { conditionDue } from './condition.js';
import { evidenceDue } from './condition-evidence.js';
import { conditions } from './list-rows.js';
import { monitoringDue } from './monitoring.js';
import { orderDue } from './order-due.js';
import { panelDue } from './panel.js';

export const ORDER_KINDS = {
  order: {
    due: orderDue,
    happened: ({ value }, label) => {
      const { kind, advisedOn, answeredOn, answer, givenOn, endedOn, ended, outcomeOn, outcome } =
        value;
      const words = label('order-kind', kind);
      const said = (list: string, code: string | undefined) =>
        code === undefined ? words : `${words}, ${label(list, code).toLowerCase()}`;
      return [
        ...later(advisedOn, `${words}, advised`, 'advised'),
        ...(answer === 'not-given' ? later(answeredOn, `${words}, not given`, 'answered') : []),
        ...later(givenOn, `${words}, given`, 'given'),
        ...later(endedOn, said('order-end', ended), 'ended'),
        ...later(
          value.proposedOn,
          `${said('home-office-outcome', value.proposedOutcome)}, proposed`,
          'proposed',
        ),
        ...later(outcomeOn, said('home-office-outcome', outcome), 'outcome'),
        ...later(value.interviewOn, said('interview-offer', value.interview), 'interview'),
      ];
    },
    diary: 'each',
    activeOn: 'no-day',
  },
  condition: {
    due: conditionDue,
    // The text of a condition is left out here: the officer opens it to read it.
    happened: ({ value: { certifiedOn, takenOutOn } }) => [
      ...later(certifiedOn, 'certified', 'certified'),
      ...later(takenOutOn, 'removed', 'taken-out'),
    ],
    diary: 'each',
    activeOn: 'no-day',
    list: { name: 'conditions', projection: conditions },
    found: 'place',
  },
  conditionEvidence: {
    due: evidenceDue,
    happened: ({ value: { notedOn, happenedOn, shows, toldOn } }, label) => [
      happened(happenedOn ?? notedOn, label('evidence-shows', shows)),
      ...later(toldOn, 'the decision maker was told', 'told'),
    ],
    diary: 'each',
    activeOn: 'no-day',
  },
  monitoring: {
    due: monitoringDue,
    happened: ({ value: { from, tier, endedOn } }, label) => {
      const words = label('activity-tier', tier);
      return [happened(from, words), ...later(endedOn, `${words}, ended`, 'ended')];
    },
    diary: 'each',
    activeOn: 'no-day',
  },
  offendingCheck: {
    due: 'nothing',
    happened: ({ value: { checkedOn, point, result } }, label) => [
      happened(
        checkedOn,
        `${label('check-point', point)}, ${label('check-result', result).toLowerCase()}`,
      ),
    ],
    diary: 'each',
    activeOn: 'no-day',
  },
  panel: {
    due: panelDue,
    happened: ({ value: { meetsOn, panel } }) => [happened(meetsOn, panel)],
    diary: 'each',
    activeOn: 'no-day',
  },
} as const satisfies Partial<KindRows>;

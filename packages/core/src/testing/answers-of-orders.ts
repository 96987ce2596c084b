/** Answers to everything that cautions, orders, monitoring, agencies and panels make due. */

import type { CaseCommit, CaseContext } from '../casework/act/context.js';
import { logAgencyContact } from '../casework/contact/agency-contact.js';
import { logIntervention } from '../casework/contact/log-intervention.js';
import { answerAdvice } from '../casework/orders/advise-caution.js';
import { certifyCondition } from '../casework/orders/condition.js';
import { tellOfCondition } from '../casework/orders/condition-evidence.js';
import { endMonitoring } from '../casework/orders/monitoring.js';
import { recordCheck } from '../casework/orders/offending-check.js';
import { endOrder, noteInterview, proposeOutcome } from '../casework/orders/order-outcome.js';
import { finishAction, holdPanel } from '../casework/orders/panel.js';
import type { RecordKind } from '../record/kind.js';
import type { RecordId, Result } from '../shared/index.js';
import type { RecordStore, StoredRecord } from '../store/index.js';
import {
  buildAgencyContact,
  buildCondition,
  buildConditionEvidence,
  buildMonitoring,
  buildOrder,
  buildPanel,
  newRecord,
  type Overrides,
} from './fiction/builder.js';

/** Tools given to an answer: a store with its records in it, and a function that saves an act there. */
export interface AnswerDesk {
  readonly store: RecordStore;
  readonly context: CaseContext;
  keep(result: Result<CaseCommit>): Promise<void>;
  one<K extends RecordKind>(kind: K): Promise<StoredRecord<K>>;
  caseOf(subject: RecordId): Promise<readonly StoredRecord[]>;
}

export interface AnswerOf {
  readonly changes: readonly ReturnType<typeof newRecord>[];
  readonly act: (desk: AnswerDesk) => Promise<void>;
}

/** @param subject - the person all of it is about; the record of the subject is in the store already */
export function answersOfOrders(subject: RecordId) {
  const about = { subjectId: subject };
  const given = {
    ...about,
    answer: 'given',
    answeredOn: '2026-11-20',
    givenOn: '2026-11-20',
    givenBy: 'DC 2218 Tamsin Okoro',
  };
  const order = (more: Overrides<'order'> = {}) => buildOrder({ ...given, ...more });
  const running = order();
  const condition = buildCondition({ ...about, orderId: running.id });
  const complete = order();
  const certified = buildCondition({
    ...about,
    orderId: complete.id,
    certifiedOn: '2026-11-23',
    certifiedBy: 'DC Rowan Thackeray',
  });
  const contact = buildAgencyContact({ ...about, contactOn: '2026-11-10', nextOn: '2026-11-24' });
  const people = async (desk: AnswerDesk) => ({
    ...desk.context,
    subject: await desk.one('subject'),
    records: await desk.caseOf(subject),
  });
  const met = { cameTo: 'The conditions fit him.', came: ['Perrin Hale'], meetsOn: '2026-11-20' };

  return {
    'ask-of-advice': {
      changes: [newRecord('order', buildOrder(about))],
      act: async (desk) =>
        desk.keep(
          answerAdvice(await desk.one('order'), { answer: 'not-given' }, await people(desk)),
        ),
    },
    'certify-condition': {
      changes: [
        newRecord('order', running),
        newRecord('condition', condition),
        newRecord(
          'conditionEvidence',
          buildConditionEvidence({ ...about, conditionId: condition.id }),
        ),
      ],
      act: async (desk) => {
        const held = { order: await desk.one('order'), records: await desk.caseOf(subject) };
        const input = { certifiedBy: 'DC Rowan Thackeray' };
        await desk.keep(
          certifyCondition(await desk.one('condition'), input, { ...desk.context, ...held }),
        );
      },
    },
    'tell-of-condition': {
      changes: [
        newRecord('conditionEvidence', buildConditionEvidence({ ...about, shows: 'not-kept' })),
      ],
      act: async (desk) => {
        const told = { toldWhom: 'DC 2218 Tamsin Okoro' };
        await desk.keep(tellOfCondition(await desk.one('conditionEvidence'), told, desk.context));
      },
    },
    'propose-outcome': {
      changes: [newRecord('order', complete), newRecord('condition', certified)],
      act: async (desk) =>
        desk.keep(
          proposeOutcome(await desk.one('order'), { proposedOutcome: '2' }, await people(desk)),
        ),
    },
    'end-order': {
      changes: [newRecord('order', order({ endsOn: '2026-11-24' }))],
      act: async (desk) =>
        desk.keep(endOrder(await desk.one('order'), { ended: 'expired' }, await people(desk))),
    },
    'offer-interview': {
      changes: [
        newRecord(
          'order',
          order({ outcome: '2', outcomeOn: '2026-11-23', outcomeBy: 'DC 2218 Tamsin Okoro' }),
        ),
      ],
      act: async (desk) =>
        desk.keep(noteInterview(await desk.one('order'), { interview: 'accepted' }, desk.context)),
    },
    'monitoring-contact': {
      changes: [
        newRecord(
          'monitoring',
          buildMonitoring({
            ...about,
            tier: 'offender-management',
            from: '2026-11-10',
            checksFrom: undefined,
          }),
        ),
      ],
      act: async (desk) => {
        const entry = {
          ...about,
          kind: 'mentoring',
          mode: 'in-person',
          minutes: 30,
          outcome: 'engaged',
        };
        const heldOn = desk.context.host.clock.today();
        await desk.keep(logIntervention({ ...entry, heldOn }, await people(desk)));
        const monitoring = await desk.one('monitoring');
        // The person was seen today, so the next contact comes later; the one due now goes once monitoring ends.
        await desk.keep(endMonitoring(monitoring, { endedWhy: 'Moved away.' }, desk.context));
      },
    },
    'check-offending': {
      changes: [
        newRecord(
          'monitoring',
          buildMonitoring({ ...about, tier: 'universal', checksFrom: '2025-11-24' }),
        ),
      ],
      act: async (desk) => {
        for (const point of ['3', '6', '12'])
          await desk.keep(
            recordCheck(
              {
                point,
                checkedBy: 'DC 2218 Tamsin Okoro',
                system: 'Force record system',
                result: 'not-known',
              },
              await people(desk),
            ),
          );
      },
    },
    'contact-agency': {
      changes: [newRecord('agencyContact', contact)],
      act: async (desk) => {
        const { value } = await desk.one('agencyContact');
        const { id, nextOn, subjectId, ...again } = value;
        await desk.keep(
          logAgencyContact(
            { ...again, contactOn: desk.context.host.clock.today(), followsUp: id },
            await people(desk),
          ),
        );
      },
    },
    'hold-panel': {
      changes: [newRecord('panel', buildPanel({ ...about, meetsOn: '2026-11-24' }))],
      act: async (desk) =>
        desk.keep(
          holdPanel(
            await desk.one('panel'),
            { came: ['Perrin Hale'], cameTo: 'It fits.' },
            desk.context,
          ),
        ),
    },
    'panel-action': {
      changes: [
        newRecord(
          'panel',
          buildPanel({
            ...about,
            ...met,
            actions: [{ what: 'Find a mentor', owner: 'Perrin Hale', dueOn: '2026-11-24' }],
          }),
        ),
      ],
      act: async (desk) =>
        desk.keep(finishAction(await desk.one('panel'), 0, undefined, desk.context)),
    },
  } as const satisfies Readonly<Record<string, AnswerOf>>;
}

/** Answers to everything that enquiries, referrals, identified people, promises and advice make due. */
import { disposalReference } from '../casework/act/confirm-disposal.js';
import type { DueAct } from '../casework/act/due.js';
import { logIntervention } from '../casework/contact/log-intervention.js';
import { attachIdentity } from '../casework/intake/attach-identity.js';
import { decideEnquiry } from '../casework/intake/decide-enquiry.js';
import { decideReferral } from '../casework/intake/decide-referral.js';
import { decideIdentification } from '../casework/intake/identify-person.js';
import { followUpAdvice } from '../casework/intake/log-advice.js';
import { settlePromise } from '../casework/intake/promise.js';
import { settleRefusal } from '../casework/intake/refuse-referral.js';
import { noteReply } from '../casework/intake/take-enquiry.js';
import { defaultGates, draftOfFields } from '../review/index.js';
import type { PlainDate, Result } from '../shared/index.js';
import type { StoredRecord } from '../store/index.js';
import type { AnswerDesk, AnswerOf } from './answers-of-orders.js';
import {
  buildAdvice,
  buildDecision,
  buildEnquiry,
  buildIdentification,
  buildPromise,
  buildReferral,
  buildRefusal,
  newRecord,
} from './fiction/builder.js';

const today = '2026-11-24' as PlainDate;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** @param subject - the person it is about, where somebody is named */
export function answersOfIntake(subject: StoredRecord<'subject'>['value']) {
  const about = { subjectId: subject.id };
  const person = newRecord('subject', subject);
  const enquiry = buildEnquiry();
  const referral = (more: object = {}) =>
    buildReferral({ ...about, referrerId: undefined, ...more });
  const onEnquiry = (outcome: string, more: object = {}) =>
    buildDecision({ subjectId: undefined, enquiryId: enquiry.id, outcome, ...more });
  const identification = buildIdentification(about);
  const refused = referral({ status: 'declined' });
  const asked = onEnquiry('more-information');
  const accepted = onEnquiry('accept');
  const open = referral();
  const contactToday = {
    ...about,
    kind: 'one-to-one',
    heldOn: today,
    mode: 'in-person',
    minutes: 30,
    outcome: 'engaged',
  } as const;
  const decided =
    (outcome: string) =>
    async ({ store, context, keep, one }: AnswerDesk) => {
      const decisions = await store.query('decision');
      await keep(
        decideEnquiry(
          { outcome, reason: 'As the form says.' },
          { ...context, enquiry: await one('enquiry'), decisions },
        ),
      );
    };
  const decidedReferral = async ({ store, context, keep }: AnswerDesk) => {
    const [held] = await store.query('referral');
    await keep(
      decideReferral(
        { outcome: 'decline', reasonCodes: ['unwilling'] },
        { ...context, referral: held },
      ),
    );
  };

  return {
    'decide-enquiry': { changes: [newRecord('enquiry', enquiry)], act: decided('decline') },
    'reply-to-enquiry': {
      changes: [newRecord('enquiry', enquiry), newRecord('decision', onEnquiry('decline'))],
      act: async ({ context, keep, one }) => {
        const of = { enquiry: await one('enquiry'), decision: await one('decision') };
        await keep(noteReply({}, { ...context, ...of }));
      },
    },
    'chase-enquiry': {
      changes: [
        newRecord('enquiry', { ...enquiry, repliedOn: today, repliedWith: asked.id }),
        newRecord('decision', asked),
      ],
      act: decided('accept'),
    },
    'chase-form': {
      changes: [
        newRecord('enquiry', { ...enquiry, repliedOn: today, repliedWith: accepted.id }),
        newRecord('decision', accepted),
      ],
      act: async ({ store, context, one }) => {
        const draft = draftOfFields(
          { 'subject.name': ['Wren Vael'], 'referral.receivedOn': ['24/11/2026'] },
          { way: 'page', system: 'Practice', title: 'Form' },
          context.host,
        );
        const filed = attachIdentity(draft, {
          ...context,
          gates: value(defaultGates('force', 'part3')),
          officer: { regime: 'part3', practice: false },
          enquiry: await one('enquiry'),
          decisions: await store.query('decision'),
          referrals: [],
        });
        await store.commit(value(filed).commit);
      },
    },
    'decide-referral': { changes: [person, newRecord('referral', open)], act: decidedReferral },
    'chase-referral': {
      changes: [
        person,
        newRecord('referral', open),
        newRecord(
          'decision',
          buildDecision({ ...about, referralId: open.id, outcome: 'more-information' }),
        ),
      ],
      act: decidedReferral,
    },
    'make-first-contact': {
      changes: [person, newRecord('referral', referral({ status: 'accepted' }))],
      act: async ({ context, keep, one }) =>
        keep(logIntervention(contactToday, { ...context, subject: await one('subject') })),
    },
    'decide-identification': {
      changes: [person, newRecord('identification', identification)],
      act: async ({ context, keep, one, caseOf }) => {
        const held = {
          identification: await one('identification'),
          records: await caseOf(subject.id),
        };
        const confirmed = disposalReference(held.identification, held.records);
        const input = { outcome: 'dispose', reasonCodes: ['too-little-known'], confirmed };
        await keep(decideIdentification(input, { ...context, ...held }));
      },
    },
    'keep-promise': {
      changes: [person, newRecord('promise', buildPromise(about))],
      act: async ({ context, keep, one }) =>
        keep(settlePromise(await one('promise'), { settled: 'kept' }, context)),
    },
    'settle-refusal': {
      changes: [
        person,
        newRecord('referral', refused),
        newRecord('refusal', buildRefusal({ referralId: refused.id })),
      ],
      act: async ({ context, keep, one, caseOf }) => {
        const held = { refusal: await one('refusal'), referral: await one('referral') };
        const records = await caseOf(subject.id);
        const input = {
          handling: 'dispose',
          confirmed: disposalReference(held.referral, records),
          crimeRecorded: 'no-crime',
        } as const;
        await keep(settleRefusal(input, { ...context, ...held, records }));
      },
    },
    dispose: {
      changes: [
        person,
        newRecord('identification', identification),
        newRecord(
          'decision',
          buildDecision({ ...about, identificationId: identification.id, outcome: 'pass' }),
        ),
      ],
      act: async ({ store, caseOf }) => {
        const records = await caseOf(subject.id);
        await store.dispose(
          records.map(({ id }) => id),
          'retention',
        );
      },
    },
    'follow-up-advice': {
      changes: [newRecord('advice', buildAdvice({ followUpDueOn: '2026-11-24' }))],
      act: async ({ context, keep, one }) => keep(followUpAdvice(await one('advice'), {}, context)),
    },
  } satisfies Readonly<Partial<Record<DueAct, AnswerOf>>>;
}

/** Answers to everything that keeping a case makes due: reviews, holds, requests, notices; and a further assessment. */
import { expect } from 'vitest';
import type { DueAct } from '../casework/act/due.js';
import { assess } from '../casework/assess/assess.js';
import { signAssessment } from '../casework/assess/sign-assessment.js';
import { answerRequest, takeRequestBack } from '../casework/keeping/ask-colleague.js';
import { noticeTold } from '../casework/keeping/correction.js';
import { liftHold } from '../casework/keeping/hold.js';
import { reviewCase } from '../casework/keeping/review-case.js';
import { chooseRetention, reviewRetention } from '../casework/keeping/review-retention.js';
import { acknowledgeCheck } from '../casework/person/contact-check.js';
import { tellSupervisor } from '../casework/person/known-person.js';
import { gatherInstruments } from '../risk/shipped.js';
import { addDays, type PlainDate, type RecordId, type Result } from '../shared/index.js';
import type { StoredRecord } from '../store/index.js';
import type { AnswerOf } from './answers-of-orders.js';
import {
  buildAssessment,
  buildColleagueRequest,
  buildContactCheck,
  buildCorrectionNotice,
  buildDecision,
  buildHold,
  buildId,
  buildOnlineIdentifier,
  buildRetentionReview,
  newRecord,
} from './fiction/builder.js';

const today = '2026-11-24' as PlainDate;
/** The signer of everything in these stores. */
const ME = '0ff1ce00-0000-4000-8000-000000000001' as RecordId;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** @param subject - the person all of it is about */
export function answersOfKeeping(subject: StoredRecord<'subject'>['value']) {
  const about = { subjectId: subject.id };
  const person = newRecord('subject', subject);
  const assessed = buildAssessment({
    ...about,
    reviewDueOn: today,
    signedBy: buildId(),
    signedAt: '2026-11-10T10:00:00.000Z',
  });
  const closing = newRecord(
    'decision',
    buildDecision({ ...about, outcome: 'close', closureReason: 'completed', decidedOn: today }),
  );

  return {
    'review-hold': {
      changes: [person, newRecord('hold', buildHold(about))],
      act: async ({ context, keep, one }) => keep(liftHold(await one('hold'), context)),
    },
    'review-case': {
      changes: [
        person,
        ...['2026-11-03', '2026-11-10'].map((decidedOn) =>
          newRecord('decision', buildDecision({ ...about, outcome: 'decline', decidedOn })),
        ),
        newRecord(
          'onlineIdentifier',
          buildOnlineIdentifier({ ...about, firstSeenOn: '2026-11-18' }),
        ),
      ],
      act: async ({ context, keep, one }) =>
        keep(
          reviewCase(
            { reason: 'Nothing new in it.' },
            { ...context, subject: await one('subject') },
          ),
        ),
    },
    'assess-again': {
      changes: [person, newRecord('assessment', assessed)],
      act: async ({ store, context, keep, one }) => {
        const officer = buildId();
        const input = {
          instrument: assessed.instrument,
          answers: assessed.answers,
          formulation: 'Less than before.',
          confidence: 'medium',
          reviewDueOn: addDays(today, 90),
        };
        const records = await store.query('assessment');
        const task = { ...context, officer, records, instruments: gatherInstruments() };
        const made = assess(input, { ...task, subject: await one('subject') });
        await keep(made);
        const again = await store.get('assessment', value(made).id);
        if (!again) throw new Error('not held');
        const history = await store.history(again.id);
        await keep(signAssessment(again, { ...context, officer, history }));
      },
    },
    'review-retention': {
      changes: [person, closing],
      act: async ({ store, context, keep, one, caseOf }) => {
        const answers = (context.lists.get('nrac-question')?.codes ?? []).map(({ code }) => ({
          question: code,
          answer: 'no',
          rationale: 'Nothing on record says so.',
        }));
        const input = { answers, outcome: 'dispose', rationale: 'No longer needed.' };
        const records = await caseOf(subject.id);
        await keep(reviewRetention(input, { ...context, subject: await one('subject'), records }));
        expect(await store.query('retentionReview')).toHaveLength(1);
      },
    },
    'set-retention': {
      changes: [
        newRecord('subject', {
          ...subject,
          bornOn: undefined,
          categories: [{ category: 'suspected', from: today }],
        }),
        closing,
        newRecord(
          'retentionReview',
          buildRetentionReview({ ...about, reviewedOn: addDays(today, 1) }),
        ),
      ],
      act: async ({ context, keep, one, caseOf }) => {
        const held = { subject: await one('subject'), records: await caseOf(subject.id) };
        await keep(
          chooseRetention(
            { group: 'group-3', reason: 'An offence of section 1.' },
            { ...context, ...held },
          ),
        );
      },
    },
    'answer-request': {
      changes: [person, newRecord('colleagueRequest', buildColleagueRequest({ ...about, to: ME }))],
      act: async ({ context, keep, one }) =>
        keep(
          answerRequest(
            await one('colleagueRequest'),
            { answer: 'accepted' },
            { ...context, officer: ME },
          ),
        ),
      officer: ME,
    },
    'chase-request': {
      changes: [
        person,
        newRecord('colleagueRequest', buildColleagueRequest({ ...about, from: ME })),
      ],
      act: async ({ context, keep, one }) =>
        keep(takeRequestBack(await one('colleagueRequest'), { ...context, officer: ME })),
      officer: ME,
    },
    'tell-supervisor': {
      changes: [
        person,
        newRecord(
          'colleagueRequest',
          buildColleagueRequest({ ...about, kind: 'known-person', from: ME, to: ME }),
        ),
      ],
      act: async ({ context, keep, one }) => {
        const officer = { id: ME, name: 'DC Imre Sandoval' };
        const to = { officer: buildId(), name: 'DS Ines Marlow' };
        await keep(tellSupervisor(await one('colleagueRequest'), to, { ...context, officer }));
      },
      officer: ME,
    },
    'tell-recipient': {
      changes: [person, newRecord('correctionNotice', buildCorrectionNotice(about))],
      act: async ({ context, keep, one }) =>
        keep(noticeTold(await one('correctionNotice'), { toldHow: 'By telephone' }, context)),
    },
    'acknowledge-check': {
      changes: [person, newRecord('contactCheck', buildContactCheck(about))],
      act: async ({ context, keep, one }) => {
        const officer = { id: buildId(), name: 'DC Rowan Thackeray' };
        await keep(acknowledgeCheck(await one('contactCheck'), officer, context));
      },
    },
  } satisfies Readonly<Partial<Record<DueAct, AnswerOf & { readonly officer?: RecordId }>>>;
}

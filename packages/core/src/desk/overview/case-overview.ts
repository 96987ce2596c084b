/**
 * The overview of a case: why somebody is here, what is due, what came last and what comes next, and who is in their
 * life. Worked out from the records each time and stored nowhere; it names the record behind each part, so that a
 * screen can say where it comes from.
 */
import { openConcerns } from '../../casework/contact/concern-state.js';
import { latestInUse } from '../../record/subject.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type DiaryContext, diary } from '../diary/diary.js';
import type { DiaryEntry } from '../diary/diary-entry.js';
import { type CaseCourse, caseCourse } from './case-course.js';
import { type ConditionsInForce, conditionsInForce } from './conditions-open.js';
import { type KeepInMind, keepInMind } from './keep-in-mind.js';
import { type ContactsSoFar, contactsSoFar } from './last-contact.js';
import type { FindInstrument } from './level-over-time.js';
import { ownRecords } from './own-records.js';
import { type PersonInLife, peopleInLife } from './people-in-life.js';
import { type PlanProgress, planProgress } from './plan-progress.js';
import { type WhyHere, whyHere } from './why-here.js';

export interface CaseOverview extends CaseCourse {
  readonly subject: StoredRecord<'subject'>;
  /** Absent if the subject has no referral. */
  readonly whyHere?: WhyHere;
  /** The entries of the diary about the subject, the most urgent first. */
  readonly due: readonly DiaryEntry[];
  readonly contacts: ContactsSoFar;
  /** Absent while no plan is open. */
  readonly plan?: PlanProgress;
  /** Absent while nothing with conditions is in force. */
  readonly conditions?: ConditionsInForce;
  readonly people: readonly PersonInLife[];
  /** The school or employer in use; absent if it is not known. */
  readonly school?: string;
  readonly keepInMind: readonly KeepInMind[];
  /** Safeguarding concerns about the subject that are not closed, in the order of the list of concerns. */
  readonly openConcerns: readonly StoredRecord<'safeguardingConcern'>[];
}

export interface OverviewContext extends DiaryContext {
  /** Finds the instrument of an assessment, so that its levels can be put in their order. */
  readonly findInstrument?: FindInstrument;
}

/**
 * Returns the overview of one subject; undefined if the subject is not among the records.
 *
 * @param records - everything of the subject, as `gatherCase` gives it; those of anybody else are skipped
 */
export function caseOverview(
  records: readonly StoredRecord[],
  subjectId: RecordId,
  { findInstrument, ...context }: OverviewContext,
): CaseOverview | undefined {
  const { today } = context;
  const subject = records.find(
    (record): record is StoredRecord<'subject'> =>
      record.kind === 'subject' && record.id === subjectId,
  );
  if (!subject) return undefined;
  const own = ownRecords(records, subjectId);
  const why = whyHere(own, records);
  const plan = planProgress(own, subjectId, today);
  const conditions = conditionsInForce(own);
  const school = latestInUse(subject.value.schools)?.name;
  return {
    subject,
    ...(why ? { whyHere: why } : {}),
    due: diary(records, context).entries.filter(({ about }) => about === subjectId),
    contacts: contactsSoFar(own),
    ...(plan ? { plan } : {}),
    ...caseCourse(own, today, findInstrument),
    ...(conditions ? { conditions } : {}),
    people: peopleInLife(subject, own, records, today),
    ...(school === undefined ? {} : { school }),
    keepInMind: keepInMind(subject, own),
    openConcerns: openConcerns(own('safeguardingConcern')),
  };
}

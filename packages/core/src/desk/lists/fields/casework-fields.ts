/** Columns of the lists of assessments, conditions, concerns and incidents. */
import { ASSESSMENT_STANDINGS } from '../../../casework/assess/assessment-standing.js';
import type { AssessmentRow } from '../../../casework/assess/list-rows.js';
import { CONCERN_STATES, concernOrder } from '../../../casework/contact/concern-state.js';
import type { ConcernRow, IncidentRow, NoteRow } from '../../../casework/contact/list-rows.js';
import type { ConditionRow } from '../../../casework/orders/list-rows.js';
import { CONDITION_STATES } from '../../../casework/orders/order-state.js';
import { type DiaryEntry, orderOf } from '../../diary/diary-entry.js';
import type { ListFields } from '../list-field.js';
import { codeField, dueField, sorted, stateField, workField } from './common-fields.js';
import type { ListKnown } from './list-known.js';
import { NO_LEVEL } from './subject-fields.js';

export function assessmentFields(known: ListKnown) {
  const { levels, dueOf } = known;
  const due = ({ id }: AssessmentRow) => dueOf(id);
  return {
    name: sorted(({ name }: AssessmentRow) => name),
    instrument: {
      value: ({ title }) => title,
      filter: { codes: ({ title }) => [title], offered: [] },
    },
    on: sorted(({ assessedOn }: AssessmentRow) => assessedOn),
    level: {
      value: ({ levels: [lowest] }) => {
        if (lowest === undefined) return undefined;
        const place = levels.indexOf(lowest);
        return place < 0 ? levels.length : place;
      },
      filter: {
        codes: ({ levels: given }) => (given.length === 0 ? [NO_LEVEL] : given),
        offered: [...levels, NO_LEVEL],
      },
    },
    standing: stateField(ASSESSMENT_STANDINGS, ({ standing }: AssessmentRow) => standing),
    review: sorted(({ reviewDueOn }: AssessmentRow) => reviewDueOn),
    due: dueField(due, known),
  } satisfies ListFields<AssessmentRow>;
}

/** Entries of a condition and of its evidence, the most urgent first: a list shows them as one. */
export function dueOfCondition(
  { id, untold }: Pick<ConditionRow, 'id' | 'untold'>,
  { dueOf }: Pick<ListKnown, 'dueOf'>,
): readonly DiaryEntry[] {
  const entries = [id, ...untold].flatMap((each) => dueOf(each));
  return entries.length < 2
    ? entries
    : entries.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

export function conditionFields(known: ListKnown) {
  const due = (row: ConditionRow) => dueOfCondition(row, known);
  return {
    name: sorted(({ name }: ConditionRow) => name),
    day: sorted(({ dueOn }: ConditionRow) => dueOn),
    state: stateField(CONDITION_STATES, ({ state }: ConditionRow) => state),
    next: workField(due),
    due: dueField(due, known),
    kind: codeField('order-kind', ({ orderKind }: ConditionRow) => orderKind, known),
    aim: codeField('condition-aim', ({ aim }: ConditionRow) => aim, known),
  } satisfies ListFields<ConditionRow>;
}

export function concernFields(known: ListKnown) {
  const due = ({ id }: ConcernRow) => known.dueOf(id);
  return {
    name: sorted(({ name }: ConcernRow) => name),
    raised: sorted(({ raisedAt }: ConcernRow) => raisedAt),
    // Sorted by what must be looked at first, not by the state alone.
    state: {
      ...stateField(CONCERN_STATES, ({ state }: ConcernRow) => state),
      value: concernOrder,
    },
    next: workField(due),
    due: dueField(due, known),
    risk: codeField('risk-now', ({ riskNow }: ConcernRow) => riskNow, known),
    closed: sorted(({ closedOn }: ConcernRow) => closedOn),
  } satisfies ListFields<ConcernRow>;
}

export function noteFields(known: ListKnown) {
  return {
    name: sorted(({ name }: NoteRow) => name),
    on: sorted(({ on }: NoteRow) => on),
    statement: codeField('statement-type', ({ statement }: NoteRow) => statement, known),
    grade: sorted(({ grade }: NoteRow) => grade),
    handling: codeField('handling-code', ({ handling }: NoteRow) => handling, known),
    recorded: sorted(({ recordedOn }: NoteRow) => recordedOn),
  } satisfies ListFields<NoteRow>;
}

export function incidentFields() {
  return {
    happened: sorted(({ happenedOn }: IncidentRow) => happenedOn),
    place: sorted(({ place }: IncidentRow) => place),
    reference: sorted(({ reference }: IncidentRow) => reference),
  } satisfies ListFields<IncidentRow>;
}

/**
 * The questions about an offence, asked only of somebody who was ten or over on the day as it is typed. What a younger
 * child did is saved as behaviour, and nothing that is not asked is saved.
 */
import {
  ageOn,
  BEHAVIOUR_ONLY,
  birthsOf,
  isOffenceAsked,
  latestBirth,
  type PlainDate,
  type StoredRecord,
  saysOffence,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import {
  asText,
  asTexts,
  type FormValues,
  type ShownWhen,
} from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import type { Extra, ExtraTask, ShownTask } from '../../act/act.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Shows the questions of the form as the typed day allows. */
export function offenceShown(task: ShownTask): ShownWhen {
  const isAsked = (values: FormValues) => asksOffence(values, task);
  const hasSection = ({ section }: FormValues) => asText(section) !== '';
  const hasStatus = (values: FormValues) => isAsked(values) && asText(values.status) !== '';
  return {
    section: isAsked,
    withoutSection: (values) => isAsked(values) && !hasSection(values),
    status: isAsked,
    on: hasStatus,
    reference: hasStatus,
  };
}

/** The values as they are saved: without a section and a status, what was done is behaviour only. */
export function offenceValues<T extends object>(values: T, typed: FormValues, task: ShownTask): T {
  return asksOffence(typed, task) ? values : { ...values, withoutSection: BEHAVIOUR_ONLY };
}

/** Says under the day why a section and a status are asked, or are not. */
export function useOffenceAge({ form, subject, named }: ExtraTask<'offence'>): Extra {
  const today = useApp().services.today();
  const task = { subject, named, today };
  const values = form.values.value;
  const born = latestBirth(subject.value);
  if (!asksOffence(values, task)) return { under: { incidentOn: note(t('offence.asked.not')) } };
  if (born === undefined || daysOf(values).length > 0) return {};
  const age = ageOn(born, knownOn(task));
  return { under: { incidentOn: note(t('offence.asked.no-day', { age })) } };
}

/** True unless they were under ten. A record that says an offence already is corrected with all of its questions. */
export function asksOffence(values: FormValues, task: ShownTask): boolean {
  const { subject, named } = task;
  if (isOffence(named) && saysOffence(named.value)) return true;
  if (birthsOf(subject.value).length === 0) return true;
  return isOffenceAsked(subject.value, { incidentOn: daysOf(values), knownOn: knownOn(task) });
}

/** The day on which it became known: that of the record or of its referral, and never after today. */
function knownOn({ named, today }: ShownTask): PlainDate {
  const said = isOffence(named)
    ? named.value.knownOn
    : named?.kind === 'referral' && (named as StoredRecord<'referral'>).value.receivedOn;
  return said && said < today ? said : today;
}

/** Days that can be read: a date half typed makes nobody older or younger. */
function daysOf({ incidentOn }: FormValues): PlainDate[] {
  return asTexts(incidentOn).filter((day): day is PlainDate => DAY.test(day));
}

function note(words: string) {
  return (
    <InsetText>
      <p class="govuk-body">{words}</p>
    </InsetText>
  );
}

function isOffence(record: StoredRecord | undefined): record is StoredRecord<'offence'> {
  return record?.kind === 'offence';
}

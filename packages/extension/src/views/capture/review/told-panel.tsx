import {
  type Draft,
  draftOfFields,
  type FieldPath,
  type FieldValues,
  fieldOf,
  type Instant,
  type RecordId,
  type Result,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { useKeys } from '../../../app/keys/use-keys.js';
import { CameBack } from '../../../components/came-back.js';
import { DateTimeInput } from '../../../components/date-time-input.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Fieldset } from '../../../components/fieldset.js';
import { Form } from '../../../components/form.js';
import { FormEnd } from '../../../components/form-end.js';
import { isMoment } from '../../../components/instant-text.js';
import { TextInput } from '../../../components/text-input.js';
import { Textarea } from '../../../components/textarea.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { t } from '../../../locales/late.js';
import { EnquiryForm } from '../../case/enquiry/enquiry-form.js';

export interface ToldPanelProps {
  /** The enquiry whose returned form is entered. */
  formOf?: RecordId | undefined;
  onRead: (result: Result<Draft>) => void;
  onCancel: () => void;
}

interface Typed {
  readonly source: string;
  readonly by: string;
  readonly at: string;
  readonly facts: Readonly<Partial<Record<FieldPath, string>>>;
}

const NOTHING: Typed = { source: '', by: '', at: '', facts: {} };

/** First questions: the subject, and the facts reported. */
const FACTS: readonly FieldPath[] = [
  'subject.name',
  'subject.bornOn',
  'subject.school',
  'subject.address',
  'subject.postcode',
  'subject.phones[]',
  'subject.emails[]',
  'subject.onlineIdentifiers[].asSeen',
  'referral.narrative',
];
const MORE: readonly FieldPath[] = [
  'subject.communicationNeeds',
  'referral.reference',
  'referral.suspectedOffences[]',
  'referrer.name',
  'referrer.role',
  'referrer.organisation',
  'referrer.phone',
  'referrer.email',
  'relatedPersons[].name',
  'relatedPersons[].relationship',
  'relatedPersons[].phones[]',
];

/** A typed telephone call: a draft like any other, with its informant and time. */
export function ToldPanel({ formOf, onRead, onCancel }: ToldPanelProps) {
  const { services } = useApp();
  const typed = useSignal<Typed>(NOTHING);
  const work = useFormWork(formOf ? `told/${formOf}` : 'told', typed, {
    name: 'review',
    entering: 'told',
    ...(formOf ? { formOf } : {}),
  });
  const isAsked = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { source, by, at, facts } = typed.value;
  const set = (part: Partial<Typed>): void => {
    typed.value = { ...typed.value, ...part };
  };
  const hasFact = Object.values(facts).some((text) => text?.trim());
  const isWhen = isMoment(at) && at <= services.host.clock.now();
  const errors = isAsked.value
    ? {
        source: source.trim() ? undefined : t('told.source.missing'),
        by: by.trim() ? undefined : t('told.by.missing'),
        at: isWhen ? undefined : t('told.at.missing'),
        facts: hasFact ? undefined : t('told.facts.missing'),
      }
    : {};
  const read = async (): Promise<void> => {
    isAsked.value = true;
    if (!source.trim() || !by.trim() || !isWhen || !hasFact) return;
    const told = { by: by.trim(), at: at as Instant };
    const draft = draftOfFields(
      valuesOf(facts),
      { way: 'typed', system: source.trim(), title: source.trim(), told },
      services.host,
    );
    await work.letGo();
    onRead({ ok: true, value: draft, issues: [] });
  };
  useKeys(undefined, {
    submit: () => {
      // Until the facts of an earlier visit are continued or put away, there is nothing to read.
      if (document.getElementById('told-source')) void read();
    },
  });
  const fact = (path: FieldPath) => {
    const common = {
      id: factId(path),
      label: path === 'referral.narrative' ? t('told.facts.narrative') : fieldOf(path).label,
      value: facts[path] ?? '',
      onValue: (text: string) => set({ facts: { ...typed.value.facts, [path]: text } }),
    };
    const isLong = ['prose', 'address'].includes(fieldOf(path).read);
    return isLong ? (
      <Textarea key={path} rows={3} {...common} />
    ) : (
      <TextInput key={path} {...common} />
    );
  };
  return (
    <div class="cp-read">
      <h1 ref={heading} class="govuk-heading-l" tabIndex={-1}>
        {t('told.title')}
      </h1>
      {formOf && <EnquiryForm enquiry={formOf} />}
      <CameBack work={work}>
        <Form label={t('told.title')} onSubmit={() => void read()}>
          <p class="govuk-body-s">{t('told.intro')}</p>
          <ErrorSummary
            errors={[
              ...said(errors.source, 'told-source'),
              ...said(errors.by, 'told-by'),
              ...said(errors.at, 'told-at'),
              ...said(errors.facts, factId('subject.name')),
            ]}
          />
          <TextInput
            id="told-source"
            label={t('told.source')}
            hint={t('told.source.hint')}
            error={errors.source}
            value={source}
            onValue={(value) => set({ source: value })}
          />
          <TextInput
            id="told-by"
            label={t('told.by')}
            hint={t('told.by.hint')}
            error={errors.by}
            value={by}
            onValue={(value) => set({ by: value })}
          />
          <DateTimeInput
            id="told-at"
            label={t('told.at')}
            error={errors.at}
            value={at}
            onValue={(value) => set({ at: value })}
          />
          <Fieldset id="told-facts" legend={t('told.facts')} size="m" error={errors.facts}>
            {FACTS.map(fact)}
            <Details summary={t('told.more')}>{MORE.map(fact)}</Details>
          </Fieldset>
          <FormEnd work={work} busy={false} onCancel={onCancel}>
            {t('told.read')}
          </FormEnd>
        </Form>
      </CameBack>
    </div>
  );
}

function factId(path: FieldPath): string {
  return `told-${path.replace(/[^\w]+/g, '-')}`;
}

function said(message: string | undefined, fieldId: string) {
  return message ? [{ message, fieldId }] : [];
}

function valuesOf(facts: Typed['facts']): FieldValues {
  return Object.fromEntries(
    Object.entries(facts).map(([path, text]) => [path, [text]]),
  ) as FieldValues;
}

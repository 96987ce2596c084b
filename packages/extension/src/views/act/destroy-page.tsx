import { type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { SummaryList } from '../../components/summary-list.js';
import { TextInput } from '../../components/text-input.js';
import { WarningText } from '../../components/warning-text.js';
import { t } from '../../locales/late.js';

export interface DestroyPageProps {
  person: StoredRecord<'subject'> | undefined;
  /** Reference that the officer copies out to confirm. */
  reference: string;
  /** Count of the records to be destroyed. */
  going: ComponentChildren;
  /** Words of the act. */
  confirm: string;
  busy: boolean;
  /** Error in the typed reference. */
  problem: string | undefined;
  onConfirm: (typed: string) => void;
  onCancel: () => void;
  /** Further text before the confirmation. */
  children?: ComponentChildren;
}

/**
 * A page of its own that names the data to be destroyed and its person. The officer copies out the reference, so that
 * it cannot be the wrong person.
 */
export function DestroyPage(props: DestroyPageProps) {
  const { person, reference, problem } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const typed = useSignal('');
  useLayoutEffect(() => heading.current?.focus(), []);
  const name = person?.value.name ?? t('common.not-recorded');
  const title = t('destroy.title', { name });
  return (
    <div class="cp-read">
      <ErrorSummary errors={problem ? [{ message: problem, fieldId: id }] : []} />
      <h1 ref={heading} class="govuk-heading-l" tabIndex={-1}>
        {title}
      </h1>
      <SummaryList
        rows={[
          { label: t('destroy.name'), value: name },
          {
            label: t('destroy.born'),
            value: person?.value.bornOn
              ? writtenDate(person.value.bornOn)
              : t('common.not-recorded'),
          },
          { label: t('destroy.reference'), value: <span class="cp-reference">{reference}</span> },
        ]}
      />
      {props.going}
      {props.children}
      <WarningText>{t('refuse.ask.body')}</WarningText>
      <Form label={title} onSubmit={() => props.onConfirm(typed.value)}>
        <TextInput
          id={id}
          label={t('destroy.confirm')}
          hint={t('destroy.confirm.hint', { reference })}
          error={problem}
          width={20}
          value={typed.value}
          onValue={(text) => {
            typed.value = text;
          }}
        />
        <ButtonGroup>
          <Button kind="warning" type="submit" busy={props.busy}>
            {props.confirm}
          </Button>
          <Button kind="link" onPress={props.onCancel}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}

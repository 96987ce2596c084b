import type { CaseRoot, Issue, RecordId, StoredRecord } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { InsetText } from '../../../components/inset-text.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { goesInPart } from './decide-act.js';
import { DestroyPage } from './destroy-page.js';
import { GoingList, type GoingListProps, hasContent, workGoing } from './going-list.js';
import { KeepFields } from './handling-fields.js';
import { StopList } from './stop-list.js';
import { keepWords } from './submit-words.js';
import { whichRoot } from './which-root.js';

export interface LastStepProps {
  form: RecordFormState<'decision'>;
  person: StoredRecord<'subject'> | undefined;
  /** The record that is decided on. */
  root: CaseRoot;
  reference: string;
  going: readonly RecordId[];
  records: GoingListProps['records'];
  /** Key of the unfinished form. */
  work: string;
  /** Obstacles: with one, what is held can only be kept. */
  stops: readonly Issue[];
  /** Words of the button that destroys; `isPart` if the rest of the person's record stays. */
  confirm: (isPart: boolean) => string;
  /** Part of the decision that stays. */
  remains: ComponentChildren;
  busy: boolean;
  problem: string | undefined;
  onConfirm: (typed: string) => void;
  /** Absent if this decision cannot keep what is held. */
  onKeep: (() => void) | undefined;
  onCancel: () => void;
}

/** Last step of a decision: destroys what is held, or keeps it until a day. */
export function LastStep(props: LastStepProps) {
  const { form, person, root, going, stops, onKeep } = props;
  const { lists } = useApp().services;
  const nameApart = useNameApart();
  const work = workGoing({ ids: going, records: props.records }, lists);
  const staysOn = goesInPart(person, going);
  const isStopped = stops.length > 0;
  const which = whichRoot(root, props.records.filter(hasContent));
  return (
    <DestroyPage
      person={person}
      part={staysOn ? { kind: root.kind, which } : undefined}
      reference={props.reference}
      step={onKeep && t('destroy.step')}
      ids={going}
      going={
        <GoingList ids={going} records={props.records} isStopped={isStopped}>
          {props.remains}
          {!staysOn && <p class="govuk-body">{t('ending.dispose.shared')}</p>}
        </GoingList>
      }
      work={props.work}
      stops={
        isStopped && person ? <StopList subject={person.id} stops={stops} isAfterForm /> : undefined
      }
      confirm={props.confirm(staysOn)}
      busy={props.busy}
      problem={props.problem}
      instead={
        onKeep && {
          words: t('refuse.handling.keep'),
          form: (
            <KeepForm
              form={form}
              words={keepWords({
                name: person && nameApart(person),
                plain: person?.value.name,
                isPart: staysOn,
                which,
              })}
              busy={props.busy}
              onKeep={onKeep}
            />
          ),
        }
      }
      back={t('destroy.back')}
      onConfirm={props.onConfirm}
      onCancel={props.onCancel}
    >
      {work && <WarningText>{t('destroy.work', { work })}</WarningText>}
      {!isStopped && (
        <InsetText>
          <p class="govuk-body">
            {t('destroy.no-stops', { looked: t('destroy.no-stops.decision') })}
          </p>
        </InsetText>
      )}
    </DestroyPage>
  );
}

interface KeepFormProps extends Pick<LastStepProps, 'form' | 'busy'> {
  /** Words of its button. */
  words: string;
  onKeep: () => void;
}

function KeepForm({ form, words, busy, onKeep }: KeepFormProps) {
  const errors = form.errors.value;
  return (
    <Form label={t('refuse.handling.keep')} onSubmit={onKeep}>
      <ErrorSummary
        check={form.checked.value}
        errors={errors.map(({ path, message }) => ({
          message,
          fieldId: path === undefined ? undefined : form.controlId(path),
        }))}
      />
      <p class="govuk-body">{t('refuse.handling.keep.hint')}</p>
      <KeepFields form={form} because="keptBecause" />
      <Button type="submit" busy={busy}>
        {words}
      </Button>
    </Form>
  );
}

import { EXCHANGE_PURPOSES, type RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { Select } from '../../../components/select.js';
import { Textarea } from '../../../components/textarea.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';
import type { ExchangePurpose } from '../../../ports/services.js';
import { useDisclosure } from '../../act/use-disclosure.js';
import { SubjectSelect } from '../../case/choose/subject-select.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import { useLongWork } from '../../vault/backup/use-long-work.js';
import { WorkStatus } from '../../vault/backup/work-status.js';
import { saveExchange } from './save-exchange.js';
import { useColleague } from './use-colleague.js';

const SUBJECT = 'cp-exchange-subject';
const PURPOSE = 'cp-exchange-purpose';

/** @param props.request - id of the request that was taken in last, which an answer names */
export function SendForm({ request }: { request: RecordId | undefined }) {
  const { services, session } = useApp();
  const colleague = useColleague();
  const disclosure = useDisclosure();
  const work = useLongWork();
  const subject = useSignal<RecordId | ''>('');
  const name = useSubjectNames().get(subject.value as RecordId);
  const purpose = useSignal<ExchangePurpose | ''>('');
  const note = useSignal('');
  const missing = useSignal<readonly SummaryError[]>([]);

  const make = async (): Promise<void> => {
    const to = colleague.ask();
    const asked = disclosure.ask();
    const [about, what] = [subject.value, purpose.value];
    missing.value = [
      ...(about ? [] : [{ message: t('exchange.subject.missing'), fieldId: SUBJECT }]),
      ...(what ? [] : [{ message: t('exchange.purpose.missing'), fieldId: PURPOSE }]),
    ];
    if (!asked || !to || !about || !what) return;
    const made = await work.run((watched) =>
      services.exchange.make(
        {
          card: to,
          purpose: what,
          subject: about,
          note: note.value,
          ...(what === 'answer' && request ? { answers: request } : {}),
          ...asked,
        },
        watched,
      ),
    );
    if (!made) return;
    saveExchange(services, made);
    note.value = '';
    session.say({ heading: t('exchange.made') });
  };
  const wrong = useStillWrong(missing.value, {
    [SUBJECT]: subject.value,
    [PURPOSE]: purpose.value,
  });
  const errorAt = (id: string) => wrong.find(({ fieldId }) => fieldId === id)?.message;
  const errors = [
    ...colleague.errors,
    ...wrong,
    ...disclosure.errors,
    ...(work.problem.value ? [{ message: work.problem.value }] : []),
  ];
  const purposes = EXCHANGE_PURPOSES.filter((value) => value !== 'answer' || request !== undefined);

  return (
    <Form label={t('exchange.send')} onSubmit={() => void make()}>
      <h2 class="govuk-heading-m">{t('exchange.send')}</h2>
      <ErrorSummary check={missing.value} errors={errors} />
      {colleague.fields}
      <SubjectSelect
        id={SUBJECT}
        label={t('exchange.subject')}
        hint={t('exchange.subject.hint')}
        error={errorAt(SUBJECT)}
        value={subject.value}
        onValue={(value) => {
          subject.value = value as RecordId | '';
        }}
      />
      <Select
        id={PURPOSE}
        label={t('exchange.purpose')}
        error={errorAt(PURPOSE)}
        choices={purposes.map((value) => ({ value, label: t(`exchange.purpose.${value}`) }))}
        value={purpose.value}
        onValue={(value) => {
          purpose.value = value as ExchangePurpose | '';
        }}
      />
      <Textarea
        label={t('exchange.note')}
        value={note.value}
        onValue={(value) => {
          note.value = value;
        }}
      />
      {disclosure.fields}
      <Button type="submit" busy={work.busy.value}>
        {name === undefined ? t('exchange.make') : t('exchange.make.of', { name })}
      </Button>
      <WorkStatus work={work} />
    </Form>
  );
}

import { EXCHANGE_PURPOSES, type RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { ColleagueCard, ExchangePurpose } from '../../app/services.js';
import { Button } from '../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { Select } from '../../components/select.js';
import { Textarea } from '../../components/textarea.js';
import { t } from '../../locales/late.js';
import { FileInput } from '../backup/file-input.js';
import { useLongWork } from '../backup/use-long-work.js';
import { WorkStatus } from '../backup/work-status.js';
import { useDisclosure } from '../use-disclosure.js';
import { useSubjects } from '../use-subjects.js';
import { FingerprintCheck } from './fingerprint-check.js';

const CARD = 'cp-exchange-card';
const HEARD = 'cp-exchange-heard';
const SUBJECT = 'cp-exchange-subject';
const PURPOSE = 'cp-exchange-purpose';

interface Colleague {
  readonly card: ColleagueCard;
  readonly fingerprint: string;
}

/** @param props.request - id of the request that was taken in last, which an answer names */
export function SendForm({ request }: { request: RecordId | undefined }) {
  const { services, session } = useApp();
  const subjects = useSubjects();
  const disclosure = useDisclosure();
  const work = useLongWork();
  const file = useRef<HTMLInputElement>(null);
  const colleague = useSignal<Colleague | undefined>(undefined);
  const isHeard = useSignal(false);
  const subject = useSignal('');
  const purpose = useSignal<ExchangePurpose | ''>('');
  const note = useSignal('');
  const missing = useSignal<readonly SummaryError[]>([]);

  const readCard = async (): Promise<void> => {
    colleague.value = undefined;
    isHeard.value = false;
    const text = await file.current?.files?.[0]?.text();
    const read = text === undefined ? undefined : await services.exchange.readCard(text);
    missing.value = read?.issues.map(({ message }) => ({ message, fieldId: CARD })) ?? [];
    if (read?.ok) colleague.value = read.value;
  };
  const make = async (): Promise<void> => {
    const asked = disclosure.ask();
    const [to, what] = [colleague.value, purpose.value];
    const about = subjects.find(({ id }) => id === subject.value);
    missing.value = [
      ...(to ? [] : [{ message: t('exchange.card.missing'), fieldId: CARD }]),
      ...(!to || isHeard.value ? [] : [{ message: t('exchange.heard.missing'), fieldId: HEARD }]),
      ...(about ? [] : [{ message: t('exchange.subject.missing'), fieldId: SUBJECT }]),
      ...(what ? [] : [{ message: t('exchange.purpose.missing'), fieldId: PURPOSE }]),
    ];
    if (!asked || !to || !about || !what || !isHeard.value) return;
    const made = await work.run((watched) =>
      services.exchange.make(
        {
          card: to.card,
          purpose: what,
          subject: about.id,
          note: note.value,
          ...(what === 'answer' && request ? { answers: request } : {}),
          ...asked,
        },
        watched,
      ),
    );
    if (!made) return;
    const name = `exchange-${services.today()}-${made.device}.cpexchange`;
    services.download(name, 'application/octet-stream', made.content);
    note.value = '';
    session.say({ heading: t('exchange.made') });
  };
  const errorAt = (id: string) => missing.value.find(({ fieldId }) => fieldId === id)?.message;
  const errors = [
    ...missing.value,
    ...disclosure.errors,
    ...(work.problem.value ? [{ message: work.problem.value }] : []),
  ];
  const purposes = EXCHANGE_PURPOSES.filter((value) => value !== 'answer' || request !== undefined);

  return (
    <Form label={t('exchange.send')} onSubmit={() => void make()}>
      <h2 class="govuk-heading-m">{t('exchange.send')}</h2>
      <ErrorSummary errors={errors} />
      <FileInput
        id={CARD}
        label={t('exchange.card')}
        hint={t('exchange.card.hint')}
        error={errorAt(CARD)}
        accept=".json"
        control={file}
        onChange={() => void readCard()}
      />
      {colleague.value && (
        <>
          <p class="govuk-body" role="status">
            {t('exchange.card.of', colleague.value.card)}
          </p>
          <FingerprintCheck
            id={HEARD}
            {...colleague.value}
            isHeard={isHeard.value}
            onHeard={(next) => {
              isHeard.value = next;
            }}
            error={errorAt(HEARD)}
          />
        </>
      )}
      <Select
        id={SUBJECT}
        label={t('exchange.subject')}
        hint={t('exchange.subject.hint')}
        error={errorAt(SUBJECT)}
        choices={subjects.map(({ id, value }) => ({ value: id, label: value.name }))}
        value={subject.value}
        onValue={(value) => {
          subject.value = value;
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
        {t('exchange.make')}
      </Button>
      <WorkStatus work={work} />
    </Form>
  );
}

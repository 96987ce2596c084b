import { codeLabel, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { t } from '../../../locales/late.js';
import { useDisclosure } from '../../act/use-disclosure.js';
import { useLongWork } from '../../vault/backup/use-long-work.js';
import { WorkStatus } from '../../vault/backup/work-status.js';
import { saveExchange } from '../exchange/save-exchange.js';
import { useColleague } from '../exchange/use-colleague.js';

type Request = StoredRecord<'colleagueRequest'>;

export interface SendAnswersProps {
  /** Answered requests, from any colleague. */
  requests: readonly Request[];
  nameOf: (request: Request) => string;
  /** True if no request still waits for an answer: returning the answers is next. */
  isOpen: boolean;
}

/**
 * Sends the answers in a file of their own, to the card of the colleague who asked: nothing from the cases goes with
 * them.
 */
export function SendAnswers({ requests, nameOf, isOpen }: SendAnswersProps) {
  const { services, session } = useApp();
  const colleague = useColleague();
  const disclosure = useDisclosure();
  const work = useLongWork();
  const problem = useSignal('');
  const send = async (): Promise<void> => {
    const to = colleague.ask();
    const asked = disclosure.ask();
    problem.value = '';
    if (!to || !asked) return;
    const [first, ...others] = requests.filter(({ value }) => value.from === to.officer);
    if (!first) {
      problem.value = t('ending.answers.nobody', { name: to.name });
      return;
    }
    const made = await work.run((watched) =>
      services.exchange.make(
        {
          card: to,
          purpose: 'answer',
          subject: first.value.subjectId,
          others: [...new Set(others.map(({ value }) => value.subjectId))].filter(
            (id) => id !== first.value.subjectId,
          ),
          only: 'requests',
          answers: first.id,
          note: '',
          ...asked,
        },
        watched,
      ),
    );
    if (!made) return;
    saveExchange(services, made);
    session.say({ heading: t('ending.answers.made') });
  };
  const errors = [
    ...colleague.errors,
    ...disclosure.errors,
    ...[problem.value, work.problem.value].flatMap((message) => (message ? [{ message }] : [])),
  ];
  return (
    <Details summary={t('ending.answers.title')} open={isOpen}>
      <ul class="govuk-list govuk-list--bullet">
        {requests.map((request) => (
          <li key={request.id}>
            {t('ending.answers.one', {
              what: codeLabel(services.lists, 'request-kind', request.value.kind),
              name: nameOf(request),
              whom: request.value.fromName,
              answer: codeLabel(services.lists, 'request-answer', request.value.answer ?? ''),
            })}
          </li>
        ))}
      </ul>
      <Form label={t('ending.answers.title')} onSubmit={() => void send()}>
        <ErrorSummary errors={errors} />
        {colleague.fields}
        {disclosure.fields}
        <Button type="submit" kind={isOpen ? 'primary' : 'secondary'} busy={work.busy.value}>
          {t('ending.answers.go')}
        </Button>
        <WorkStatus work={work} />
      </Form>
    </Details>
  );
}

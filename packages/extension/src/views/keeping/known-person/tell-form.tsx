import { closedTo, type RecordId, tellSupervisor } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { keepOnce } from '../../act/keep-once.js';
import { useDisclosure } from '../../act/use-disclosure.js';
import { useLongWork } from '../../vault/backup/use-long-work.js';
import { WorkStatus } from '../../vault/backup/work-status.js';
import { saveExchange } from '../exchange/save-exchange.js';
import { useColleague } from '../exchange/use-colleague.js';

interface TellFormProps {
  subject: RecordId;
  supervisor: string;
}

/** Makes the file that tells the supervisor: with the case, which this officer no longer sees. */
export function TellForm({ subject, supervisor }: TellFormProps) {
  const { services, router, session } = useApp();
  const { officer } = useOpenVault();
  const colleague = useColleague();
  const disclosure = useDisclosure();
  const work = useLongWork();
  const problem = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);

  const make = async (): Promise<void> => {
    const card = colleague.ask();
    const asked = disclosure.ask();
    problem.value = undefined;
    if (!card || !asked) return;
    const requests = await services.store.query('colleagueRequest', { subjectId: subject });
    const declared = closedTo(officer.id, requests).get(subject);
    if (!declared) {
      problem.value = t('known.tell.gone');
      return;
    }
    const { host, lists } = services;
    const made = await work.run(async (watched) => {
      const kept = await keepOnce(services, `known-person/tell/${card.officer}`, subject, () =>
        tellSupervisor(declared, card, {
          host,
          lists,
          officer: { id: officer.id, name: officer.name },
        }),
      );
      if (kept.name === 'refused') {
        problem.value = kept.issues.map(({ message }) => message).join(' ');
        return undefined;
      }
      return services.exchange.make(
        { card, purpose: 'request', subject, note: declared.value.words ?? '', ...asked },
        watched,
      );
    });
    if (!made) return;
    saveExchange(services, made);
    session.say({ heading: t('known.tell.made') });
    router.go({ name: 'asked-of-me' });
  };
  /** Prevents a second file if pressed again while the first is made. */
  const makeOnce = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    await make()
      .catch((error: unknown) => {
        problem.value = asIssue(error).message;
      })
      .finally(() => {
        isBusy.value = false;
      });
  };
  const errors = [
    ...[problem.value, work.problem.value].flatMap((message) => (message ? [{ message }] : [])),
    ...colleague.errors,
    ...disclosure.errors,
  ];
  return (
    <div class="cp-read">
      <PageHeading>{t('known.tell.title')}</PageHeading>
      <p class="govuk-body">{t('known.tell.intro', { name: supervisor })}</p>
      <Form label={t('known.tell.title')} onSubmit={() => void makeOnce()}>
        <ErrorSummary errors={errors} />
        {colleague.fields}
        {disclosure.fields}
        <ButtonGroup>
          <Button type="submit" busy={isBusy.value}>
            {t('known.tell.save')}
          </Button>
          <Button kind="link" onPress={() => router.go({ name: 'today' })}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
        <WorkStatus work={work} />
      </Form>
    </div>
  );
}

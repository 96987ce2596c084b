import { askToCheck } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { RouteOf } from '../../app/router.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';
import { subjectPage } from '../subject/subject-page.js';
import { useCase } from '../subject/use-case.js';
import { usePersonActs } from './use-person.js';

/** Asks that everybody check with investigations before contact. It is told what others will see, before it is done. */
export function AskCheckView({ route }: { route: RouteOf<'ask-check'> }) {
  const state = useCase(route.subject).value;
  const { context, isBusy, keep, back } = usePersonActs(route.subject);
  const problem = useSignal<string | undefined>(undefined);
  if (state.name === 'loading') return <p role="status">{t('shell.checking')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const page = subjectPage(state.records);
  const ask = async (): Promise<void> => {
    const checks = page?.all('contactCheck') ?? [];
    const [issue] = await keep(askToCheck({}, { ...context, subject: page?.subject, checks }));
    problem.value = issue?.message;
  };
  return (
    <div class="cp-read">
      <PageHeading>{t('person.check.ask.title')}</PageHeading>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <p class="govuk-body">{t('person.check.ask.body')}</p>
      <ButtonGroup>
        <Button busy={isBusy.value} onPress={() => void ask()}>
          {t('person.check.ask')}
        </Button>
        <Button kind="link" onPress={back}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    </div>
  );
}

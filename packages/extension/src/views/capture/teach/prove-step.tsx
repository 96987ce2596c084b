/** The written adapter: its current reading, the data that leaves with it, saving it and sending it. */
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import type { Made } from '../../../sandbox/teach-order.js';
import { asIssue } from '../../act/as-issue.js';
import { ChangesPanel } from './changes-panel.js';
import { LeavesPanel } from './leaves-panel.js';
import { ProofPanel } from './proof-panel.js';
import { readDraftAgain } from './read-again.js';
import { aboutOf } from './teaching.js';
import { useMade } from './use-made.js';
import type { TeachingState } from './use-teaching.js';

export function ProveStep({ state }: { state: TeachingState }) {
  const made = useMade(state).value;
  const back = (
    <Button kind="link" onPress={() => state.change({ step: 'about' })}>
      {t('teach.back')}
    </Button>
  );
  if (!made)
    return (
      <p class="govuk-body" role="status">
        {t('teach.prove.making')}
      </p>
    );
  if (!made.ok)
    return (
      <>
        <ErrorSummary
          title={t('teach.prove.refused')}
          errors={made.issues.map(sentence)}
          check={made}
        />
        <ButtonGroup>
          <Button kind="secondary" onPress={() => state.change({ step: 'values' })}>
            {t('teach.said.change')}
          </Button>
          {back}
        </ButtonGroup>
      </>
    );
  return (
    <>
      {made.value.issues.map(({ code, message }) => (
        <WarningText key={code + message}>{message}</WarningText>
      ))}
      <ProofPanel proof={made.value.proof} />
      <ChangesPanel changes={made.value.changes} others={made.value.others} />
      <LeavesPanel made={made.value} state={state} />
      <Ending made={made.value} state={state} />
      <p class="govuk-body">{back}</p>
    </>
  );
}

function sentence({ message }: { readonly message: string }) {
  return { message };
}

function Ending({ made, state }: { made: Made; state: TeachingState }) {
  const { services, router, session } = useApp();
  const done = useSignal('');
  const errors = useSignal<readonly { readonly message: string }[]>([]);
  const save = async (): Promise<void> => {
    done.value = '';
    errors.value = [];
    try {
      const result = await services.adapters.load(made.file);
      if (!result.ok) {
        errors.value = result.issues;
        return;
      }
      done.value = t('teach.saved');
      const { service, teaching, pageText } = state;
      if (!service.value || !teaching.value) return;
      const { capture } = teaching.value;
      const again = await readDraftAgain(services, service.value, capture, pageText.value);
      if (!again.ok) errors.value = again.issues;
      else if (again.value) done.value = `${t('teach.saved')} ${t('teach.saved.draft')}`;
    } catch (error) {
      errors.value = [asIssue(error)];
    }
  };
  const download = (): void => {
    const { teaching, page } = state;
    if (!teaching.value || !page.value) return;
    const { id } = aboutOf(teaching.value.about, '', page.value);
    const name = `${id.replace('/', '.')}.adapter.json`;
    services.download(name, 'application/json', made.file);
    done.value = t('teach.downloaded', { name });
  };
  const finish = async (): Promise<void> => {
    await state.discard();
    router.go({ name: 'review' });
    session.say({ heading: t('teach.finished') });
  };
  return (
    <>
      <ErrorSummary errors={errors.value} check={errors.value} />
      <p class="govuk-body" role="status">
        {done.value}
      </p>
      <ButtonGroup>
        <Button onPress={() => void save()}>{t('teach.save')}</Button>
        <Button kind="secondary" onPress={download}>
          {t('teach.download')}
        </Button>
        <Button kind="secondary" onPress={() => void finish()}>
          {t('teach.finish')}
        </Button>
      </ButtonGroup>
    </>
  );
}

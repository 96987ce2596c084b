import { overrideLevel } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { CameBack } from '../../../components/came-back.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { FormEnd } from '../../../components/form-end.js';
import { Radios } from '../../../components/radios.js';
import { Textarea } from '../../../components/textarea.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';
import { levelOnRecord } from '../../case/level-words.js';
import { PersonHeading } from '../../case/person-heading.js';
import { routeTo, routeToAsk, type ShownAssessment } from './shown-assessment.js';

const IDS: Readonly<Record<string, string>> = {
  'override.level': 'cp-override-level',
  'override.reason': 'cp-override-reason',
};

/** Proposes another level, with a reason. It takes effect once a second officer has confirmed it with their own key. */
export function OverrideForm(shown: ShownAssessment) {
  const { page, held, instrument } = shown;
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const { subject } = page;
  const { noLevel } = held.value;
  const values = useSignal({ level: '', reason: '' });
  const work = useFormWork(`override/${subject.id}/${held.id}`, values);
  const issues = useSignal<readonly { message: string; at?: string }[]>([]);
  const { isBusy, save } = useSave();
  const wrong = useStillWrong(issues.value, { override: values.value });
  const errorAt = (at: string) => wrong.find((each) => each.at === at)?.message;
  const show = (found: typeof issues.value): void => {
    issues.value = found;
  };
  const propose = async (): Promise<void> => {
    if (!instrument) return;
    await save(
      { work, show },
      [held.heads, values.value],
      () =>
        overrideLevel(held, values.value, { host: services.host, officer: officer.id, instrument }),
      () => ({
        heading: t('assessment.override.proposed'),
        go: () => router.go(routeToAsk(shown)),
      }),
    );
  };
  return (
    <div class="cp-read">
      <PersonHeading of={subject}>{t('assessment.override')}</PersonHeading>
      <p class="govuk-body">{t('assessment.override.intro')}</p>
      <p class="govuk-body">
        {noLevel === undefined || noLevel === 'answers-missing'
          ? t('assessment.override.now', { level: levelOnRecord(held.value) })
          : t('assessment.override.now.none')}
      </p>
      <CameBack work={work}>
        <Form onSubmit={() => void propose()}>
          <ErrorSummary
            check={issues.value}
            errors={wrong.map(({ message, at }) => ({ message, fieldId: at && IDS[at] }))}
          />
          <Radios
            id="cp-override-level"
            label={t('assessment.override.level')}
            error={errorAt('override.level')}
            choices={(instrument?.bands ?? []).map(({ id, label }) => ({ value: id, label }))}
            value={values.value.level}
            onValue={(level) => {
              values.value = { ...values.value, level };
            }}
          />
          <Textarea
            id="cp-override-reason"
            label={t('assessment.override.reason')}
            hint={t('assessment.override.reason.hint')}
            error={errorAt('override.reason')}
            value={values.value.reason}
            onValue={(reason) => {
              values.value = { ...values.value, reason };
            }}
          />
          <FormEnd work={work} busy={isBusy} onCancel={() => router.go(routeTo(shown))}>
            {t('assessment.override.go')}
          </FormEnd>
        </Form>
      </CameBack>
    </div>
  );
}

import { decideOnPage, type PageDecision } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { CameBack } from '../../../components/came-back.js';
import { choicesOf } from '../../../components/choice.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { FormEnd } from '../../../components/form-end.js';
import { Radios } from '../../../components/radios.js';
import { Select } from '../../../components/select.js';
import { Textarea } from '../../../components/textarea.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';
import { useSave } from '../../act/use-save.js';
import { routeTo, type ShownAssessment } from './shown-assessment.js';

/** Control ids by field, where errors lead. */
const IDS = {
  wasTold: 'cp-page-give',
  restriction: 'cp-page-ground',
  what: 'cp-page-words',
  means: 'cp-page-means',
  reason: 'cp-page-reason',
} as const;
type Typed = { readonly [N in keyof typeof IDS]: string };
const NOTHING: Typed = { wasTold: '', restriction: '', what: '', means: '', reason: '' };

/**
 * Decision on giving the page. The officer says each time what the law allows them to withhold; the reason is saved.
 */
export function DecidePage(props: ShownAssessment & { onDecided: () => void }) {
  const { page, held } = props;
  const { services, router } = useApp();
  const { officer } = useOpenVault();
  const { subject, records } = page;
  const values = useSignal<Typed>(NOTHING);
  const work = useFormWork(`assessment-page/${subject.id}/${held.id}`, values);
  const issues = useSignal<readonly { message: string; at?: string }[]>([]);
  const { isBusy, save } = useSave();
  const today = services.today();
  const typed = values.value;
  const wrong = useStillWrong(issues.value, typed);
  const control = (name: keyof Typed) => ({
    id: IDS[name],
    error: wrong.find(({ at }) => at === name)?.message,
    value: typed[name],
    onValue: (value: string) => {
      values.value = { ...values.value, [name]: value };
    },
  });
  const show = (found: typeof issues.value): void => {
    issues.value = found;
  };
  const decide = (): Promise<void> =>
    save(
      { work, show },
      [held.heads, typed],
      () => {
        const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
        return decideOnPage(held, said as PageDecision, {
          host: services.host,
          lists: services.lists,
          officer,
          subject,
          records,
        });
      },
      () => ({
        heading: t('assessment.page.kept'),
        go: () => {
          props.onDecided();
          router.go(routeTo(props, 'page'));
        },
      }),
    );
  return (
    <CameBack work={work}>
      <Form onSubmit={() => void decide()}>
        <ErrorSummary
          check={issues.value}
          errors={wrong.map(({ message, at }) => ({
            message,
            fieldId: at === undefined ? undefined : IDS[at as keyof Typed],
          }))}
        />
        <p class="govuk-body">{t('assessment.page.intro')}</p>
        <Radios
          {...control('wasTold')}
          label={t('assessment.page.give')}
          choices={[
            { value: 'told', label: t('assessment.page.give.yes') },
            { value: 'not-told', label: t('assessment.page.give.no') },
          ]}
        />
        <Select
          {...control('restriction')}
          label={t('assessment.page.ground')}
          hint={t('assessment.page.ground.hint')}
          choices={[
            { value: 'nothing', label: t('assessment.page.ground.none') },
            ...choicesOf(services.lists, 'telling-restriction', today),
          ]}
        />
        <Textarea
          {...control('reason')}
          label={t('assessment.page.reason')}
          hint={t('assessment.page.reason.hint')}
        />
        {typed.wasTold !== 'not-told' && (
          <>
            <Textarea
              {...control('what')}
              label={t('assessment.page.words')}
              hint={t('assessment.page.words.hint')}
            />
            <Select
              {...control('means')}
              label={t('assessment.page.means')}
              choices={choicesOf(services.lists, 'intervention-mode', today)}
            />
          </>
        )}
        <FormEnd work={work} busy={isBusy} onCancel={() => router.go(routeTo(props))}>
          {t('assessment.page.decide')}
        </FormEnd>
      </Form>
    </CameBack>
  );
}

import { type ConcernAdditionInput, isLateReview } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { useRules } from '../../case/use-retention.js';
import { ADDITION_FIELDS } from './addition-fields.js';
import { type AnswerName, CONCERN_ANSWERS } from './concern-answers.js';
import { ConcernBrief } from './concern-brief.js';
import { SavedBody } from './saved-body.js';
import type { Concern } from './use-concern.js';

interface AnswerFormProps {
  form: AnswerName;
  concern: Concern;
  /** Name of the person that it is about. */
  about: string | undefined;
}

/** A form that adds to a concern, with the concern in brief in sight. */
export function AnswerForm({ form, concern, about }: AnswerFormProps) {
  const { services } = useApp();
  const { title, intro, submit, said, act, shownWhen, ...asked } = CONCERN_ANSWERS[form];
  const { limits } = useRules();
  return (
    <ActForm
      kind="safeguardingConcern"
      {...asked}
      shownWhen={{
        ...shownWhen,
        reviewWhy: ({ reviewOn }) =>
          isLateReview(reviewOn, services.today(), 'concern-next-review', { limits }),
      }}
      from={ADDITION_FIELDS}
      title={t(title)}
      caption={about ?? t('concern.list.nobody')}
      isOnNobody={about === undefined}
      about={concern.value.subjectId ?? null}
      facts={<ConcernBrief concern={concern} />}
      intro={<p class="govuk-body">{t(intro)}</p>}
      workKey={`concern/${form}/${concern.id}`}
      submit={t(submit)}
      said={t(said)}
      next={() => <SavedBody concern={concern.id} />}
      act={async ({ values }) => {
        // Another window may have added to it in the meantime: both additions are kept.
        const held = await services.store.get('safeguardingConcern', concern.id);
        return act(held ?? concern, values as ConcernAdditionInput, {
          host: services.host,
          limits,
        });
      }}
    />
  );
}

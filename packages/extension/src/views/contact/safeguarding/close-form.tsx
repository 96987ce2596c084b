import { beforeConcernCloses, closeConcern } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { ConcernBrief } from './concern-brief.js';
import { ConcernDue } from './concern-due.js';
import { SavedBody } from './saved-body.js';
import type { Concern } from './use-concern.js';

interface CloseFormProps {
  concern: Concern;
  /** Name of the person that it is about. */
  about: string | undefined;
}

const CLOSING = ['closedWhy', 'closedOn'] as const;

/** Closes a concern. What has to be done first is said in place of the form, with the way to do it. */
export function CloseForm({ concern, about }: CloseFormProps) {
  const { services } = useApp();
  const first = beforeConcernCloses(concern, services.lists);
  const caption = about ?? t('concern.list.nobody');
  if (first.length > 0)
    return <NotYet concern={concern} caption={caption} why={first.map(({ message }) => message)} />;
  return (
    <ActForm
      kind="safeguardingConcern"
      title={t('concern.close')}
      caption={caption}
      isOnNobody={about === undefined}
      facts={<ConcernBrief concern={concern} />}
      intro={<p class="govuk-body">{t('concern.close.intro')}</p>}
      only={CLOSING}
      needed={CLOSING}
      opened={concern}
      initial={{ closedOn: services.today() }}
      workKey={`concern/close/${concern.id}`}
      submit={t('concern.close.save')}
      said={t('concern.close.saved')}
      next={() => <SavedBody concern={concern.id} />}
      act={({ values: { closedOn, closedWhy }, held }) =>
        closeConcern(held ?? concern, { closedOn, closedWhy }, services)
      }
    />
  );
}

interface NotYetProps {
  concern: Concern;
  caption: string;
  why: readonly string[];
}

function NotYet({ concern, caption, why }: NotYetProps) {
  const { router } = useApp();
  return (
    <div class="cp-read">
      <PageHeading caption={caption}>{t('concern.close.first')}</PageHeading>
      {why.map((message) => (
        <WarningText key={message}>{message}</WarningText>
      ))}
      <ConcernBrief concern={concern} />
      <h2 class="govuk-heading-m">{t('concern.now')}</h2>
      <ConcernDue
        concern={concern}
        onGo={(form) => router.go({ name: 'concern', concern: concern.id, form })}
      />
      <ButtonGroup>
        <Button kind="secondary" onPress={() => router.back()}>
          {t('concern.back')}
        </Button>
      </ButtonGroup>
    </div>
  );
}

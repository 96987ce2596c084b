import type { Issue } from '@cyber-prevent/core';
import { Button, ButtonGroup } from '../../../components/button.js';
import { NotificationBanner } from '../../../components/notification-banner.js';
import { t } from '../../../locales/translate.js';

export interface SavedConcernProps {
  /** The moment in words. */
  at: string;
  /** Name of the subject that it is about. */
  about: string | undefined;
  /** Missing parts of the concern, each a sentence that says what to do. */
  toDo: readonly Issue[];
  /** Opens the concern: it stays in sight, and who was told is recorded there. */
  onOpen: () => void;
  onAnother: () => void;
  onBack: () => void;
}

/** Confirms the save and lists the next steps: the first is to open it while it is about nobody, or nobody was told. */
export function SavedConcern({ at, about, toDo, onOpen, onAnother, onBack }: SavedConcernProps) {
  const isUntold = toDo.some((each) => each.at === 'told');
  const who = about ?? t('safeguarding.nobody');
  return (
    <div class="cp-read">
      <h1 class="govuk-heading-l" dir="auto">
        {t('safeguarding.title.of', { who })}
      </h1>
      <NotificationBanner kind="success" heading={t('safeguarding.saved', { time: at })}>
        <p class="govuk-body">
          {about === undefined
            ? t('safeguarding.saved.nobody')
            : t('safeguarding.saved.on', { name: about })}
        </p>
      </NotificationBanner>
      {toDo.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('safeguarding.to-do')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {toDo.map(({ message, at }) => (
              <li key={message}>
                {at === 'told' ? (
                  <Button kind="link" about={about} onPress={onOpen}>
                    {message}
                  </Button>
                ) : (
                  message
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <ButtonGroup>
        {about === undefined || isUntold ? (
          <>
            <Button onPress={onOpen}>{t('safeguarding.open', { who })}</Button>
            <Button kind="secondary" onPress={onBack}>
              {t('safeguarding.back')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onBack}>{t('safeguarding.back')}</Button>
            <Button kind="secondary" onPress={onOpen}>
              {t('safeguarding.open', { who })}
            </Button>
          </>
        )}
        <Button kind="secondary" onPress={onAnother}>
          {t('safeguarding.another')}
        </Button>
      </ButtonGroup>
    </div>
  );
}

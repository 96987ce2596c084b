import { ConfirmPanel } from '../../components/confirm-panel.js';
import { t } from '../../locales/late.js';

export interface AlikeQuestionProps {
  /** The person whose record is open. */
  name: string;
  /** The others on record who would have the same name and date of birth. */
  who: string;
  onMeant: () => void;
  onCancel: () => void;
}

/** Asks whether the right record is open, before a correction makes it like that of somebody else. */
export function AlikeQuestion({ name, who, onMeant, onCancel }: AlikeQuestionProps) {
  return (
    <ConfirmPanel
      heading={t('person.alike.ask', { name })}
      confirm={t('person.alike.do')}
      grave
      onConfirm={onMeant}
      onCancel={onCancel}
    >
      <p class="govuk-body-s" dir="auto">
        {t('person.alike.body', { who })}
      </p>
    </ConfirmPanel>
  );
}

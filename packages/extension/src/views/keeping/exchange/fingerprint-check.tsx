import { useId } from 'preact/hooks';
import { Checkbox } from '../../../components/checkboxes.js';
import { ErrorMessage } from '../../../components/error-message.js';
import { KeyGroups } from '../../../components/key-groups.js';
import { t } from '../../../locales/late.js';
import type { ColleagueCard } from '../../../ports/services.js';
import { LookAlikeWarning } from './look-alike-warning.js';

export interface FingerprintCheckProps {
  id: string;
  card: ColleagueCard;
  fingerprint: string;
  isHeard: boolean;
  onHeard: (isHeard: boolean) => void;
  error?: string | undefined;
}

/** The digits of a colleague's card, and the officer's statement that they were read aloud. */
export function FingerprintCheck(props: FingerprintCheckProps) {
  const { id, card, fingerprint, isHeard, onHeard, error } = props;
  const titleId = useId();
  return (
    <>
      <LookAlikeWarning text={`${card.name} ${card.number} ${card.force} ${card.role}`} />
      <p class="govuk-body">{t('exchange.aloud')}</p>
      <p class="govuk-heading-s" id={titleId}>
        {t('exchange.fingerprint', { name: card.name })}
      </p>
      <KeyGroups groups={fingerprint.split(' ')} labelledBy={titleId} />
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      <Checkbox id={id} label={t('exchange.heard')} checked={isHeard} onChecked={onHeard} />
    </>
  );
}

/** The card of the colleague that a file is for, and the officer's statement that its digits were read aloud. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { SummaryError } from '../../../components/error-summary.js';
import { useStillWrong } from '../../../components/use-still-wrong.js';
import { t } from '../../../locales/late.js';
import type { ColleagueCard } from '../../../ports/services.js';
import { FileInput } from '../../vault/backup/file-input.js';
import { FingerprintCheck } from './fingerprint-check.js';

const CARD = 'cp-exchange-card';
const HEARD = 'cp-exchange-heard';

export interface AskedColleague {
  readonly fields: ComponentChildren;
  /** The card once read and confirmed; undefined if something is missing. */
  readonly card: ColleagueCard | undefined;
  readonly errors: readonly SummaryError[];
  /** Shows the missing answers. */
  ask(): ColleagueCard | undefined;
  /** The card with its digits, once the officer has said that they were read aloud. */
  readonly heard: HeardCard | undefined;
  /** Takes a card whose digits were read aloud before, since the vault was opened. */
  use(card: HeardCard): void;
}

export interface HeardCard {
  readonly card: ColleagueCard;
  readonly fingerprint: string;
}

export function useColleague(): AskedColleague {
  const { services } = useApp();
  const file = useRef<HTMLInputElement>(null);
  const read = useSignal<HeardCard | undefined>(undefined);
  const isHeard = useSignal(false);
  const missing = useSignal<readonly SummaryError[]>([]);
  const readCard = async (): Promise<void> => {
    read.value = undefined;
    isHeard.value = false;
    const chosen = file.current?.files?.[0];
    const text = await chosen?.text();
    const result = text === undefined ? undefined : await services.exchange.readCard(text);
    // Another card was chosen in the meantime: never seal for a person that the box no longer names.
    if (file.current?.files?.[0] !== chosen) return;
    missing.value = result?.issues.map(({ message }) => ({ message, fieldId: CARD })) ?? [];
    if (result?.ok) read.value = result.value;
  };
  const wrong = useStillWrong(missing.value, { [HEARD]: isHeard.value });
  const errorAt = (id: string) => wrong.find(({ fieldId }) => fieldId === id)?.message;
  return {
    card: isHeard.value ? read.value?.card : undefined,
    heard: isHeard.value ? read.value : undefined,
    use(card) {
      if (file.current) file.current.value = '';
      read.value = card;
      isHeard.value = true;
      missing.value = [];
    },
    errors: wrong,
    ask() {
      missing.value = [
        ...(read.value ? [] : [{ message: t('exchange.card.missing'), fieldId: CARD }]),
        ...(!read.value || isHeard.value
          ? []
          : [{ message: t('exchange.heard.missing'), fieldId: HEARD }]),
      ];
      return isHeard.value ? read.value?.card : undefined;
    },
    fields: (
      <>
        <FileInput
          id={CARD}
          label={t('exchange.card')}
          hint={t('exchange.card.hint')}
          error={errorAt(CARD)}
          accept=".json"
          control={file}
          onChange={() => void readCard()}
        />
        {read.value && (
          <>
            <p class="govuk-body" role="status">
              {t('exchange.card.of', read.value.card)}
            </p>
            <FingerprintCheck
              id={HEARD}
              {...read.value}
              isHeard={isHeard.value}
              onHeard={(next) => {
                isHeard.value = next;
              }}
              error={errorAt(HEARD)}
            />
          </>
        )}
      </>
    ),
  };
}

import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Button } from '../../../components/button.js';
import { Checkboxes } from '../../../components/checkboxes.js';
import { t } from '../../../locales/late.js';
import { type ReferralChoices, referralChoice } from './referral-choices.js';

/** Referrals shown at first, and more at each press. */
const STEP = 100;

interface ReferralBoxesProps {
  id: string;
  choices: ReferralChoices;
  chosen: ReadonlySet<RecordId>;
  error: string | undefined;
  onChosen: (chosen: ReadonlySet<RecordId>) => void;
}

/** A box for each referral. Of very many, those further down keep their tick until they are shown. */
export function ReferralBoxes({ id, choices, chosen, error, onChosen }: ReferralBoxesProps) {
  const most = useSignal(STEP);
  const { offered, declinedCount } = choices;
  const shown = offered.slice(0, most.value);
  const more = offered.length - shown.length;
  const hints = [
    ...(more > 0 ? [t('give-out.ticked', { count: chosen.size, of: offered.length })] : []),
    ...(declinedCount > 0 ? [t('give-out.declined', { count: declinedCount })] : []),
  ];
  return (
    <>
      <Checkboxes
        id={id}
        label={t('give-out.referrals')}
        hint={hints.length > 0 ? hints.join(' ') : undefined}
        error={error}
        choices={shown.map(referralChoice)}
        value={shown.flatMap((each) => (chosen.has(each.id) ? [each.id] : []))}
        onValue={(value) => {
          const ticked = new Set<string>(value);
          const next = new Set(chosen);
          for (const each of shown)
            if (ticked.has(each.id)) next.add(each.id);
            else next.delete(each.id);
          onChosen(next);
        }}
      />
      {more > 0 && (
        <p class="govuk-body">
          <Button
            kind="secondary"
            onPress={() => {
              most.value += STEP;
            }}
          >
            {t('give-out.more', { count: Math.min(STEP, more) })}
          </Button>
        </p>
      )}
    </>
  );
}

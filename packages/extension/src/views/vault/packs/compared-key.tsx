import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { InsetText } from '../../../components/inset-text.js';
import { KeyGroups } from '../../../components/key-groups.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import type { PackPin, PackPreview } from '../../../ports/packs.js';
import type { PackFile } from './use-pack-file.js';

const RANKS = ['force', 'region', 'national', 'officer'] as const;
type Rank = (typeof RANKS)[number];
const ANSWERS = ['same', 'not-same'] as const satisfies readonly PackPin['compared'][];
const COMPARED = 'take-pack-compared';
const RANK = 'take-pack-rank';

interface ComparedKeyProps {
  pack: PackFile;
  preview: PackPreview;
}

/** Asks what came of comparing the key with its issuer, and whose pack it is: the pack itself is not believed. */
export function ComparedKey({ pack, preview: { fingerprint, issuerName } }: ComparedKeyProps) {
  const titleId = useId();
  const answer = useSignal<PackPin['compared'] | undefined>(undefined);
  const rank = useSignal<Rank | undefined>(undefined);
  /** Names the missing one of the two, once they were asked for. */
  const missing = useSignal<'answer' | 'rank' | undefined>(undefined);
  const isRefused = useSignal(false);
  const submit = (): void => {
    isRefused.value = answer.value === 'not-same';
    missing.value = undefined;
    if (answer.value === undefined) missing.value = 'answer';
    else if (answer.value === 'same' && rank.value === undefined) missing.value = 'rank';
    else if (answer.value === 'same' && rank.value)
      void pack.pin({ rank: rank.value, compared: answer.value });
  };
  return (
    <Form onSubmit={submit}>
      <p class="govuk-body" id={titleId}>
        {t('take-pack.compare')}
      </p>
      <KeyGroups groups={fingerprint} labelledBy={titleId} numbered />
      <Radios
        id={COMPARED}
        label={t('take-pack.same')}
        error={missing.value === 'answer' ? t('take-pack.same.missing') : undefined}
        choices={ANSWERS.map((each) => ({ value: each, label: t(`take-pack.same.${each}`) }))}
        value={answer.value ?? ''}
        onValue={(value) => {
          answer.value = ANSWERS.find((each) => each === value);
          missing.value = undefined;
          isRefused.value = false;
        }}
      />
      {answer.value === 'same' && (
        <Radios
          id={RANK}
          label={t('take-pack.rank')}
          hint={t('take-pack.rank.hint')}
          error={missing.value === 'rank' ? t('take-pack.rank.missing') : undefined}
          choices={RANKS.map((each) => ({
            value: each,
            label: t(`take-pack.rank.${each}`),
            ...(each === 'officer' ? { hint: t('take-pack.rank.officer.hint') } : {}),
          }))}
          value={rank.value ?? ''}
          onValue={(value) => {
            rank.value = RANKS.find((each) => each === value);
            missing.value = undefined;
          }}
        />
      )}
      <div role="status">
        {isRefused.value && (
          <InsetText>{t('take-pack.same.refused', { name: issuerName })}</InsetText>
        )}
      </div>
      <Button type="submit" busy={pack.isBusy.value}>
        {t('common.continue')}
      </Button>
    </Form>
  );
}

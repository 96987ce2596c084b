import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { KeyGroups } from '../../../components/key-groups.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import type { PackPreview } from '../../../ports/packs.js';
import type { PackFile } from './use-pack-file.js';

const RANKS = ['force', 'region', 'national', 'officer'] as const;
type Rank = (typeof RANKS)[number];
const RANK = 'take-pack-rank';

interface ComparedKeyProps {
  pack: PackFile;
  preview: PackPreview;
}

/** Asks the officer to compare the key with its issuer, and whose pack it is: the pack itself is not believed. */
export function ComparedKey({ pack, preview: { fingerprint } }: ComparedKeyProps) {
  const titleId = useId();
  const rank = useSignal<Rank | undefined>(undefined);
  const error = useSignal<string | undefined>(undefined);
  return (
    <Form
      onSubmit={() => {
        if (rank.value) void pack.pin(rank.value);
        else error.value = t('take-pack.rank.missing');
      }}
    >
      <p class="govuk-body" id={titleId}>
        {t('take-pack.compare')}
      </p>
      <KeyGroups groups={fingerprint} labelledBy={titleId} numbered />
      <Radios
        id={RANK}
        label={t('take-pack.rank')}
        hint={t('take-pack.rank.hint')}
        error={error.value}
        choices={RANKS.map((each) => ({
          value: each,
          label: t(`take-pack.rank.${each}`),
          ...(each === 'officer' ? { hint: t('take-pack.rank.officer.hint') } : {}),
        }))}
        value={rank.value ?? ''}
        onValue={(value) => {
          rank.value = RANKS.find((each) => each === value);
          error.value = undefined;
        }}
      />
      <Button type="submit" busy={pack.isBusy.value}>
        {t('take-pack.show')}
      </Button>
    </Form>
  );
}

import {
  type Draft,
  draftOfFields,
  type FieldPath,
  fieldOf,
  peopleListed,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { Form } from '../../../components/form.js';
import { Select } from '../../../components/select.js';
import { Textarea } from '../../../components/textarea.js';
import { t } from '../../../locales/late.js';
import { UNADDED_BOX, unaddedValue } from './unadded-value.js';

/** Values of the one person of the draft, of its referral and of the one who made it. */
const OFFERED: readonly FieldPath[] = [
  'subject.address',
  'subject.postcode',
  'subject.phones[]',
  'subject.emails[]',
  'subject.school',
  'subject.bornOn',
  'referral.reference',
  'referrer.name',
  'referrer.role',
  'referrer.organisation',
  'referrer.phone',
  'referrer.email',
];

export interface AddValueProps {
  draft: Draft;
  /** @param added - the value as the officer typed it, for the same source as the draft */
  onAdded: (added: Draft) => Promise<void>;
}

/**
 * Adds one value that was read nowhere, typed by the officer. Not offered where the page names several people, since a
 * value typed for one of them must not go to another.
 */
export function AddValue({ draft, onAdded }: AddValueProps) {
  const { services } = useApp();
  const path = useSignal<FieldPath | ''>('');
  const isAsked = useSignal(false);
  const [origin] = draft.origins;
  const clear = (): void => {
    unaddedValue.value = '';
    path.value = '';
    isAsked.value = false;
  };
  useEffect(() => clear, [draft.id]);
  if (!origin || peopleListed(draft).length > 0) return null;
  const read = new Set(draft.rows.map((row) => row.path));
  const choices = OFFERED.filter((each) => each.endsWith('[]') || !read.has(each)).map((value) => ({
    value,
    label: value.startsWith('referrer.')
      ? t('review.add.of-referrer', { label: fieldOf(value).label })
      : fieldOf(value).label,
  }));
  const add = async (): Promise<void> => {
    isAsked.value = true;
    const text = unaddedValue.value.trim();
    if (path.value === '' || text === '') return;
    const { title, hostClass, system } = origin;
    const added = draftOfFields(
      { [path.value]: [text] },
      { way: 'typed', system: t('review.name.typed', { system }), title, hostClass },
      services.host,
    );
    clear();
    await onAdded(added);
    requestAnimationFrame(() => document.getElementById(`row-${added.rows[0]?.id}`)?.focus());
  };
  return (
    <Details summary={t('review.add')} late>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys in the box below; nothing is pressed here */}
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          // The same keys save the whole draft: here they add the value that is being typed.
          event.preventDefault();
          void add();
        }}
      >
        <Form label={t('review.add')} onSubmit={add}>
          <Select
            id="add-value-what"
            label={t('review.add.what')}
            error={isAsked.value && path.value === '' ? t('review.add.what.missing') : undefined}
            choices={choices}
            value={path.value}
            onValue={(value) => {
              path.value = value as FieldPath | '';
            }}
          />
          <Textarea
            id={UNADDED_BOX}
            label={t('review.add.value')}
            error={
              isAsked.value && unaddedValue.value.trim() === ''
                ? t('review.add.value.missing')
                : undefined
            }
            rows={2}
            value={unaddedValue.value}
            onValue={(value) => {
              unaddedValue.value = value;
            }}
          />
          <Button kind="secondary" type="submit">
            {t('review.add.do')}
          </Button>
        </Form>
      </div>
    </Details>
  );
}

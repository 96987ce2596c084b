import { type Draft, peopleListed } from '@cyber-prevent/core';
import { type Signal, useSignal } from '@preact/signals';
import { useApp } from '../../../../app/app.js';
import { Button } from '../../../../components/button.js';
import { Form } from '../../../../components/form.js';
import { TextInput } from '../../../../components/text-input.js';
import { t } from '../../../../locales/late.js';
import { typedName } from './typed-name.js';

export interface NamePanelProps {
  draft: Draft;
  /** Id of the box, where an error leads. */
  id: string;
  /** The name as typed so far: a save takes it too. */
  name: Signal<string>;
  /** @param named - the name as a value that the officer typed, for the same source as the draft */
  onNamed: (named: Draft) => void;
}

/** Asks for the name of the person when none was read. */
export function NamePanel({ draft, id, name, onNamed }: NamePanelProps) {
  const { services } = useApp();
  const isAsked = useSignal(false);
  // Names were read then: it is asked which of the people on the page is meant.
  const isPersonAsked = peopleListed(draft).some(({ chosen }) => chosen === undefined);
  const error = isAsked.value && !name.value.trim() ? t('review.name.missing') : undefined;
  const add = (): void => {
    isAsked.value = true;
    const named = typedName(draft, name.value, services.host);
    if (!named) return;
    name.value = '';
    onNamed(named);
    // The box goes with what it did.
    requestAnimationFrame(() => document.getElementById(`row-${named.rows[0]?.id}`)?.focus());
  };
  return (
    <Form onSubmit={add}>
      <div class="cp-name-panel">
        <TextInput
          id={id}
          label={t('review.name')}
          hint={t(isPersonAsked ? 'review.name.hint.choose' : 'review.name.hint')}
          error={error}
          value={name.value}
          onValue={(value) => {
            name.value = value;
          }}
        />
        <Button kind="secondary" type="submit">
          {t('review.name.add')}
        </Button>
      </div>
    </Form>
  );
}

import { type Draft, draftOfFields } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../../app/app.js';
import { Button } from '../../../../components/button.js';
import { Form } from '../../../../components/form.js';
import { TextInput } from '../../../../components/text-input.js';
import { t } from '../../../../locales/late.js';

export interface NamePanelProps {
  draft: Draft;
  /** Id of the box, where an error leads. */
  id: string;
  /** @param named - the name as a value that the officer typed, for the same source as the draft */
  onNamed: (named: Draft) => void;
}

const NAME = 'subject.name';

/** Asks for the name of the person when none was read. */
export function NamePanel({ draft, id, onNamed }: NamePanelProps) {
  const { services } = useApp();
  const name = useSignal('');
  const isAsked = useSignal(false);
  const error = isAsked.value && !name.value.trim() ? t('review.name.missing') : undefined;
  const add = (): void => {
    isAsked.value = true;
    const [origin] = draft.origins;
    if (!origin || !name.value.trim()) return;
    const { title, hostClass } = origin;
    const system = t('review.name.typed', { system: origin.system });
    const source = { way: 'typed', system, title, hostClass } as const;
    const named = draftOfFields({ [NAME]: [name.value.trim()] }, source, services.host);
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
          hint={t('review.name.hint')}
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

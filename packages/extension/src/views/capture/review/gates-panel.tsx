import { codeLabel, type Gates, MARKINGS, type Marking } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { choicesOf } from '../../../components/choice.js';
import { Select } from '../../../components/select.js';
import { t } from '../../../locales/translate.js';

export interface GatesPanelProps {
  gates: Gates;
  onGates: (gates: Gates) => void;
}

const CODED = [
  ['purpose', 'purpose', 'Purpose'],
  ['lawfulBasis', 'lawful-basis', 'Lawful basis'],
  ['necessity', 'necessity', 'Why it is necessary'],
] as const;

/** Purpose, marking, lawful basis and necessity: shown in one line with their defaults, and changed where needed. */
export function GatesPanel({ gates, onGates }: GatesPanelProps) {
  const { lists, host } = useApp().services;
  const isOpen = useSignal(false);
  const today = host.clock.today();
  return (
    <section class="cp-gates" aria-label={t('review.gates')}>
      <p class="govuk-body-s">
        {t('review.gates.line', {
          purpose: codeLabel(lists, 'purpose', gates.purpose),
          marking: codeLabel(lists, 'marking', gates.marking),
          basis: codeLabel(lists, 'lawful-basis', gates.lawfulBasis),
          necessity: codeLabel(lists, 'necessity', gates.necessity),
        })}{' '}
        {t('review.gates.confirm')}{' '}
        <Button
          kind="link"
          expanded={isOpen.value}
          onPress={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {t('review.gates.change')}
        </Button>
      </p>
      {isOpen.value && (
        <>
          <Select
            label="Marking"
            choices={MARKINGS.map((marking) => ({ value: marking, label: marking }))}
            value={gates.marking}
            onValue={(marking) => onGates({ ...gates, marking: marking as Marking })}
          />
          {CODED.map(([name, list, label]) => (
            <Select
              key={name}
              label={label}
              choices={choicesOf(lists, list, today)}
              value={gates[name]}
              onValue={(code) => onGates({ ...gates, [name]: code })}
            />
          ))}
        </>
      )}
    </section>
  );
}

/** The questions about the conditions on each reading of a draft, folded until somebody needs them. */
import type { CaptureOrigin, Draft, ReadingHandling } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Details } from '../../../../components/details.js';
import { Form } from '../../../../components/form.js';
import { t } from '../../../../locales/late.js';
import { HandlingFields } from '../../../act/handling-fields.js';
import type { DraftState } from '../use-draft.js';
import { handlingControl, handlingOf, withHandling } from './handling-control.js';
import { conditionsOf } from './handling-words.js';

export interface HandlingPanelProps {
  draft: Draft;
  state: Pick<DraftState, 'draft'>;
}

export function HandlingPanel({ draft, state }: HandlingPanelProps) {
  return draft.origins.map((origin) => (
    <OfReading
      key={origin.id}
      draft={draft}
      origin={origin}
      onGiven={(given) => {
        state.draft.value = withHandling(draft, given);
      }}
    />
  ));
}

interface OfReadingProps {
  draft: Draft;
  origin: CaptureOrigin;
  onGiven: (given: ReadingHandling) => void;
}

function OfReading({ draft, origin, onGiven }: OfReadingProps) {
  const given = handlingOf(draft, origin);
  // Once: what is emptied again does not close under the hand.
  const isOpen = useSignal(
    conditionsOf(draft).some((each) => each.origin === origin && each.given !== ''),
  );
  const title =
    draft.origins.length === 1
      ? t('handling.title')
      : t('handling.of', { system: origin.system, title: origin.title });
  return (
    <Form label={title}>
      <Details summary={title} open={isOpen.value}>
        <p class="govuk-body-s">{t('handling.intro')}</p>
        <HandlingFields
          values={given}
          errorAt={() => undefined}
          controlId={(name) => handlingControl(origin.id, name)}
          onValue={(name, value) => onGiven({ ...given, [name]: value })}
        />
      </Details>
    </Form>
  );
}

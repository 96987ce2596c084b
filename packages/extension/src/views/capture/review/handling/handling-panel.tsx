/**
 * The conditions on each reading of a draft, folded until somebody needs them. What a page shows of its own conditions is
 * offered, and nothing of it is taken by itself.
 */
import {
  type CaptureOrigin,
  type Draft,
  givenHandling,
  type ReadingHandling,
  shownHandling,
  writtenHandling,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Button } from '../../../../components/button.js';
import { Details } from '../../../../components/details.js';
import { Form } from '../../../../components/form.js';
import { InsetText } from '../../../../components/inset-text.js';
import { t } from '../../../../locales/late.js';
import { HandlingFields, type HandlingName, NO_HANDLING } from '../../../act/handling-fields.js';
import type { DraftState } from '../use-draft.js';

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
      isOne={draft.origins.length === 1}
      onGiven={(given) => {
        const others = (draft.handling ?? []).filter((each) => each.origin !== origin.id);
        state.draft.value = { ...draft, handling: [...others, given] };
      }}
    />
  ));
}

interface OfReadingProps {
  draft: Draft;
  origin: CaptureOrigin;
  isOne: boolean;
  onGiven: (given: ReadingHandling) => void;
}

function OfReading({ draft, origin, isOne, onGiven }: OfReadingProps) {
  const given = draft.handling?.find((each) => each.origin === origin.id) ?? nothing(origin);
  const shown = shownHandling(draft, origin.id);
  const words = shownWords(shown);
  const isGiven = Object.keys(givenHandling(given)).length > 0;
  // Once: what is emptied again does not close under the hand.
  const isOpen = useSignal(isGiven);
  const title = isOne
    ? t('handling.title')
    : t('handling.of', { system: origin.system, title: origin.title });
  return (
    <Form label={title}>
      {words !== '' && !isGiven && (
        <InsetText>
          {t('handling.shown', { what: words })}{' '}
          <Button
            kind="link"
            onPress={() => {
              isOpen.value = true;
              onGiven({ ...given, ...shown });
            }}
          >
            {t('handling.shown.use')}
          </Button>
        </InsetText>
      )}
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

/** Id of the control that answers an issue about the conditions of a reading. */
function handlingControl(origin: string, name: HandlingName): string {
  return `handling-${origin}-${name}`;
}

function nothing({ id }: CaptureOrigin): ReadingHandling {
  return { origin: id, ...NO_HANDLING };
}

function shownWords(shown: ReturnType<typeof shownHandling>): string {
  const { packageReference, handlingCode, handlingAction, handlingSanitisation, conditions } =
    shown;
  const codes = writtenHandling({
    handlingCode: handlingCode ?? '',
    handlingAction,
    handlingSanitisation,
  }).trim();
  return [
    ...(packageReference ? [t('handling.package.short', { reference: packageReference })] : []),
    ...(codes === '' ? [] : [t('handling.code.short', { codes })]),
    ...(conditions ? [`“${conditions}”`] : []),
  ].join(', ');
}

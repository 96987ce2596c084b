/**
 * The conditions on what was read, above its values: those that a page shows are offered, and nothing takes them by
 * itself; those given are said, with what is missing from them.
 */
import { type Draft, givenIssues, shownHandling } from '@cyber-prevent/core';
import { Button } from '../../../../components/button.js';
import { focusControl } from '../../../../components/focus-control.js';
import { Form } from '../../../../components/form.js';
import { InsetText } from '../../../../components/inset-text.js';
import { t } from '../../../../locales/late.js';
import { handlingControl, handlingLine, handlingOf, withHandling } from './handling-control.js';
import type { HandlingPanelProps } from './handling-panel.js';
import { conditionsOf, type ReadingConditions } from './handling-words.js';

export function HandlingLine({ draft, state }: HandlingPanelProps) {
  return conditionsOf(draft).map((each) => (
    <Form key={each.origin.id} label={lineTitle(draft, each)}>
      <div id={handlingLine(each.origin.id)} tabIndex={-1}>
        <InsetText>
          <Words draft={draft} state={state} of={each} />
        </InsetText>
      </div>
    </Form>
  ));
}

function Words({ draft, state, of }: HandlingPanelProps & { of: ReadingConditions }) {
  const { origin, given, shown } = of;
  const held = handlingOf(draft, origin);
  const change = (
    <Button kind="link" onPress={() => focusControl(handlingControl(origin.id))}>
      {t('handling.change')}
    </Button>
  );
  if (given === '')
    return (
      <p>
        {t('handling.shown', { what: shown })}{' '}
        <Button
          kind="link"
          onPress={() => {
            state.draft.value = withHandling(draft, {
              ...held,
              ...shownHandling(draft, origin.id),
            });
            // The button goes with what it did.
            focusControl(handlingLine(origin.id));
          }}
        >
          {t('handling.shown.use')}
        </Button>
      </p>
    );
  return (
    <>
      <p>
        <strong>{t('handling.apply')}</strong>: {given}. {change}
      </p>
      {givenIssues(held).map(({ message, at }) => (
        <p key={message}>
          <Button kind="link" onPress={() => focusControl(handlingControl(origin.id, at))}>
            {message}
          </Button>
        </p>
      ))}
    </>
  );
}

function lineTitle({ origins }: Draft, { origin }: ReadingConditions): string {
  if (origins.length === 1) return t('handling.line');
  return t('handling.line.of', { system: origin.system, title: origin.title });
}

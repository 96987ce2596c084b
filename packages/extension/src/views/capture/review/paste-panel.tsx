import {
  type Draft,
  type Issue,
  type RecordId,
  type Result,
  sourceOfText,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { useKeys } from '../../../app/keys/use-keys.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { CameBack } from '../../../components/came-back.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { TextInput } from '../../../components/text-input.js';
import { Textarea } from '../../../components/textarea.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useLeaving } from '../../../components/use-leaving.js';
import { t } from '../../../locales/late.js';
import { EnquiryForm } from '../../case/enquiry/enquiry-form.js';
import { EnquiryLink } from '../../case/enquiry/enquiry-link.js';

export interface PastePanelProps {
  /** The enquiry whose returned form is entered. */
  formOf?: RecordId | undefined;
  onRead: (result: Result<Draft>) => void;
  onCancel: () => void;
}

/** Id of the box for the text. */
const TEXT = 'paste-text';

/**
 * Text from a Windows program, a PDF, an email or a telephone call: read in the same way, with the source named by the
 * officer. An email names its own.
 */
export function PastePanel({ formOf, onRead, onCancel }: PastePanelProps) {
  const { services } = useApp();
  const typed = useSignal({ source: '', text: '' });
  const work = useFormWork(formOf ? `paste/${formOf}` : 'paste', typed, {
    name: 'review',
    entering: 'paste',
    ...(formOf ? { formOf } : {}),
  });
  const { cancel, question } = useLeaving(work, onCancel);
  const isAsked = useSignal(false);
  const trouble = useSignal<readonly Issue[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  // What is to be pasted is on the clipboard already: the box for it has the focus, unless something comes before it.
  useLayoutEffect(() => (document.getElementById(TEXT) ?? heading.current)?.focus(), []);
  const { source, text } = typed.value;
  const paste = (next: string): void => {
    // The officer's own words stay; those that came from the text go with it.
    const isOurs = source.trim() === '' || source === sourceOfText(text);
    typed.value = { text: next, source: isOurs ? (sourceOfText(next) ?? '') : source };
  };
  const errors = {
    source: isAsked.value && !source.trim() ? t('review.paste.missing-source') : undefined,
    text: isAsked.value && !text.trim() ? t('review.paste.missing-text') : undefined,
  };
  const read = async (): Promise<void> => {
    isAsked.value = true;
    if (!source.trim() || !text.trim()) return;
    const result = await services.capture.fromText(text, source.trim());
    trouble.value = result.ok ? [] : result.issues;
    if (result.ok) await work.letGo();
    onRead(result);
  };
  useKeys(undefined, {
    submit: () => {
      // Until a text of an earlier visit is continued or put away, there is nothing to read.
      if (document.getElementById(TEXT)) void read();
    },
  });
  return (
    <>
      <h1 ref={heading} class="govuk-heading-l" tabIndex={-1}>
        {t('review.paste.title')}
      </h1>
      {formOf && <EnquiryForm enquiry={formOf} />}
      <CameBack work={work}>
        <Form label={t('review.paste.title')} onSubmit={() => void read()}>
          <ErrorSummary
            errors={[
              ...(errors.text ? [{ message: errors.text, fieldId: TEXT }] : []),
              ...(errors.source ? [{ message: errors.source, fieldId: 'paste-source' }] : []),
              ...trouble.value.map(({ message }) => ({ message, fieldId: TEXT })),
            ]}
          />
          <Textarea
            id={TEXT}
            label={t('review.paste.text')}
            hint={t('review.paste.text.hint')}
            error={errors.text}
            rows={8}
            value={text}
            onValue={paste}
          />
          <TextInput
            id="paste-source"
            label={t('review.paste.source')}
            hint={t('review.paste.source.hint')}
            error={errors.source}
            value={source}
            onValue={(value) => {
              typed.value = { ...typed.value, source: value };
            }}
          />
          <UnfinishedStatus work={work} />
          {question || (
            <ButtonGroup>
              <Button type="submit" keyHint="Ctrl+Enter">
                {t('review.paste.read')}
              </Button>
              <EnquiryLink text={text} onStarted={() => void work.letGo()} />
              <Button kind="link" onPress={cancel}>
                {t('common.cancel')}
              </Button>
            </ButtonGroup>
          )}
        </Form>
      </CameBack>
    </>
  );
}

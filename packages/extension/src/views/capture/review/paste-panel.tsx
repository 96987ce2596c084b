import type { Draft, Issue, Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { useUnfinished } from '../../../app/use-unfinished.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { TextInput } from '../../../components/text-input.js';
import { Textarea } from '../../../components/textarea.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { t } from '../../../locales/late.js';
import { EnquiryLink } from '../../case/enquiry-link.js';

export interface PastePanelProps {
  onRead: (result: Result<Draft>) => void;
  onCancel: () => void;
}

/**
 * Text from a Windows program, a PDF, an email or a telephone call: read in the same way, with the source named by the
 * officer.
 */
export function PastePanel({ onRead, onCancel }: PastePanelProps) {
  const { services } = useApp();
  const typed = useSignal({ source: '', text: '' });
  const work = useUnfinished('paste', typed);
  const isAsked = useSignal(false);
  const trouble = useSignal<readonly Issue[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { source, text } = typed.value;
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
  return (
    <Form label={t('review.paste.title')} onSubmit={() => void read()}>
      <h1 ref={heading} class="govuk-heading-l" tabIndex={-1}>
        {t('review.paste.title')}
      </h1>
      <ErrorSummary
        errors={[
          ...(errors.source ? [{ message: errors.source, fieldId: 'paste-source' }] : []),
          ...(errors.text ? [{ message: errors.text, fieldId: 'paste-text' }] : []),
          ...trouble.value.map(({ message }) => ({ message, fieldId: 'paste-text' })),
        ]}
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
      <Textarea
        id="paste-text"
        label={t('review.paste.text')}
        hint={t('review.paste.text.hint')}
        error={errors.text}
        rows={8}
        value={text}
        onValue={(value) => {
          typed.value = { ...typed.value, text: value };
        }}
      />
      <UnfinishedStatus work={work} />
      <ButtonGroup>
        <Button type="submit">{t('review.paste.read')}</Button>
        <EnquiryLink text={text} onStarted={() => void work.letGo()} />
        <Button kind="link" onPress={onCancel}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

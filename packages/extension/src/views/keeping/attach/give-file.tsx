import {
  givenFields,
  givenFile,
  isPicture,
  type StoredRecord,
  typeOfFile,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { peopleHeld } from '../../act/people-of-save.js';
import { useDocumentDisclosure } from '../../act/use-document-disclosure.js';
import { useOpenedFile } from './use-opened-file.js';
import { whichFile } from './which-file.js';

interface GiveFileProps {
  file: StoredRecord<'attachment'>;
  onClose: () => void;
}

/** Gives a copy of an attached file out, once it is logged to whom. Of a picture, the picture alone. */
export function GiveFile({ file, onClose }: GiveFileProps) {
  const { services, session } = useApp();
  const { lists } = services;
  const opened = useOpenedFile(file, 'disclosure').value;
  const isWhole = useSignal(false);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { name, mediaType, saysPlace, subjectId } = file.value;
  const title = t('files.give.title', { file: whichFile(lists, file) });
  const given =
    opened.name === 'open' ? givenFile(file.value, opened.bytes, isWhole.value) : undefined;
  const disclosure = useDocumentDisclosure({
    records: [subjectId, file.id],
    fields: given ? givenFields(given) : [],
  });
  const give = () =>
    disclosure.leave(() => {
      if (!given) return;
      services.download(given.name, given.mediaType, given.bytes);
      void peopleHeld(services.store, [subjectId]).then((people) =>
        session.say({
          heading: t('files.given', { file: whichFile(lists, file), saved: given.name }),
          people,
          about: [subjectId],
        }),
      );
    });
  return (
    <section class="cp-kept-page" aria-labelledby={headingId}>
      <h2 ref={heading} id={headingId} class="govuk-heading-s" tabIndex={-1}>
        {title}
      </h2>
      <Form label={title} onSubmit={() => void give()}>
        <ErrorSummary errors={disclosure.errors} />
        {disclosure.left || (
          <>
            <p class="govuk-body">{t('files.give.why')}</p>
            {!isPicture(mediaType) && mediaType !== 'text/plain' && (
              <WarningText>
                {t('files.give.warning', { type: typeOfFile(mediaType).short })}
              </WarningText>
            )}
            {isPicture(mediaType) && (
              <>
                {saysPlace && <WarningText>{t('files.give.place')}</WarningText>}
                <p class="govuk-body">{t('files.give.bare')}</p>
                <Checkbox
                  label={t('files.give.whole')}
                  checked={isWhole.value}
                  onChecked={(to) => {
                    isWhole.value = to;
                  }}
                />
              </>
            )}
            {disclosure.fields}
            <div role="status">
              {opened.name === 'opening' && <p class="govuk-body-s">{t('files.opening')}</p>}
              {opened.name === 'failed' && (
                <p class="govuk-body-s">{t('files.not-shown', { why: opened.why })}</p>
              )}
              {opened.name === 'open' && !given && (
                <p class="govuk-body">{t('files.give.not-bare')}</p>
              )}
            </div>
            {given && (
              <Button type="submit" busy={disclosure.isBusy}>
                {t('files.give.press', { name })}
              </Button>
            )}
          </>
        )}
        <ButtonGroup>
          <Button kind="link" onPress={onClose}>
            {t(disclosure.left ? 'files.hide' : 'files.close')}
          </Button>
        </ButtonGroup>
      </Form>
    </section>
  );
}

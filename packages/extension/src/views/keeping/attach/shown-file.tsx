import {
  attachedText,
  codeLabel,
  isPicture,
  type StoredRecord,
  typeOfFile,
} from '@cyber-prevent/core';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { DrawnPicture } from './drawn-picture.js';
import { useOpenedFile } from './use-opened-file.js';
import { whichFile } from './which-file.js';

interface ShownFileProps {
  file: StoredRecord<'attachment'>;
  onClose: () => void;
}

/** Most letters of a text that are shown. */
const MOST_TEXT = 200_000;

/** The content of an attached file, inert: a picture drawn again, or plain text. Other types are not opened here. */
export function ShownFile({ file, onClose }: ShownFileProps) {
  const { lists } = useApp().services;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { mediaType } = file.value;
  const isShown = isPicture(mediaType) || mediaType === 'text/plain';
  return (
    <section
      class="cp-kept-page"
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h2 ref={heading} id={headingId} class="govuk-heading-s" tabIndex={-1}>
        {whichFile(lists, file)}
      </h2>
      {isShown ? (
        <Opened file={file} />
      ) : (
        <p class="govuk-body">{t('files.shown.not', { type: typeOfFile(mediaType).short })}</p>
      )}
      <Button kind="secondary" onPress={onClose}>
        {t('files.hide')}
      </Button>
    </section>
  );
}

function Opened({ file }: { file: StoredRecord<'attachment'> }) {
  const { lists } = useApp().services;
  const state = useOpenedFile(file).value;
  const { mediaType, what, name } = file.value;
  const isText = mediaType === 'text/plain';
  return (
    <>
      <div role="status">
        {state.name === 'opening' && <p class="govuk-body-s">{t('files.opening')}</p>}
        {state.name === 'failed' && (
          <p class="govuk-body-s">{t('files.not-shown', { why: state.why })}</p>
        )}
        {state.name === 'open' && (
          <p class="govuk-body-s">
            {t(isText ? 'files.shown.text' : 'files.shown.picture')} {t('files.logged')}
          </p>
        )}
      </div>
      {state.name === 'open' &&
        (isText ? (
          <PlainText bytes={state.bytes} />
        ) : (
          <DrawnPicture
            bytes={state.bytes}
            mediaType={mediaType}
            label={`${codeLabel(lists, 'attachment-kind', what)}, ${name}`}
          />
        ))}
    </>
  );
}

function PlainText({ bytes }: { bytes: Uint8Array }) {
  const text = useMemo(() => attachedText(bytes) ?? '', [bytes]);
  return (
    <>
      {text.length > MOST_TEXT && (
        <p class="govuk-body-s">{t('files.text.part', { count: MOST_TEXT })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <pre class="cp-kept-page__paper cp-kept-page__pre" tabIndex={0}>
        {text.slice(0, MOST_TEXT)}
      </pre>
    </>
  );
}

/** Head of the concern form: the record that it goes on, and a note if its words were typed on another visit. */
import type { RecordId } from '@cyber-prevent/core';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OpenWork } from '../../../app/open-work.js';
import { CameBackQuestion } from '../../../components/came-back.js';
import { InsetText } from '../../../components/inset-text.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { useSubjectNames } from '../../case/use-subject-names.js';

export interface ConcernAboutProps {
  work: OpenWork<unknown>;
  /** Subject chosen in the form; undefined for nobody. */
  about: RecordId | undefined;
  /** The person whose page it was opened from. */
  from: RecordId | undefined;
}

/** Never blocks: the form stays visible, and can be saved with this unanswered. */
export function ConcernAbout({ work, about, from }: ConcernAboutProps) {
  const names = useSubjectNames();
  const back = work.cameBack.value;
  const wasAsked = useRef(false);
  useLayoutEffect(() => {
    // The focused button is gone, so focus moves into the form.
    if (wasAsked.current && !back) document.querySelector<HTMLElement>('main textarea')?.focus();
    wasAsked.current = back !== undefined;
  }, [back]);
  const name = about && names.get(about);
  const other = from && from !== about ? names.get(from) : undefined;
  return (
    <>
      {back && <CameBackQuestion work={work} back={back} />}
      {name && <InsetText>{t('concern.about', { name })}</InsetText>}
      {other && (
        <WarningText>
          {name ? t('concern.about.other', { other, name }) : t('concern.about.nobody', { other })}
        </WarningText>
      )}
    </>
  );
}

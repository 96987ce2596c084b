/** Head of the concern form: the record that it goes on, and a note if its words were typed on another visit. */
import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import { Button } from '../../../components/button.js';
import { CameBackQuestion } from '../../../components/came-back.js';
import type { FormValues } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { carryConcern } from './carry-concern.js';
import type { ConcernPerson } from './concern-person.js';
import { useConcernPerson } from './use-concern-person.js';

export interface ConcernAboutProps {
  work: OpenWork<FormValues>;
  /** The person of the concern; undefined for nobody. */
  about: RecordId | undefined;
  /** True if the form was opened from the person’s page: it does not ask who it is about. */
  isFixed: boolean;
  /** Receives what is known of the person: it comes later than the form. */
  onPerson: (person: ConcernPerson) => void;
}

/** Never blocks: the form stays visible, and can be saved with this unanswered. */
export function ConcernAbout({ work, about, isFixed, onPerson }: ConcernAboutProps) {
  const app = useApp();
  const person = useConcernPerson(about);
  useLayoutEffect(() => onPerson(person), [person]);
  const problem = useSignal<string | undefined>(undefined);
  const back = work.cameBack.value;
  const wasAsked = useRef(false);
  useLayoutEffect(() => {
    // The focused button is gone, so focus moves into the form.
    if (wasAsked.current && !back) document.querySelector<HTMLElement>('main textarea')?.focus();
    wasAsked.current = back !== undefined;
  }, [back]);
  const change = (): void => {
    carryConcern(app, work).catch((error: unknown) => {
      problem.value = error instanceof Error ? error.message : String(error);
    });
  };
  return (
    <>
      {back && <CameBackQuestion work={work} back={back} />}
      {isFixed && person.name && <InsetText>{t('concern.about', { name: person.name })}</InsetText>}
      {person.isGone && <WarningText>{t('concern.about.gone')}</WarningText>}
      {isFixed && (
        <p class="govuk-body">
          <Button kind="link" onPress={change}>
            {t('concern.about.else')}
          </Button>
        </p>
      )}
      {problem.value && (
        <p class="cp-save-status cp-save-status--failed" role="alert">
          {t('concern.about.not-carried', { why: problem.value })}
        </p>
      )}
    </>
  );
}

import { concernState, type DiaryEntry, type DueAct, type StoredRecord } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { WarningText } from '../../../components/warning-text.js';
import { type PlainKey, t } from '../../../locales/late.js';
import { allDue } from '../../case/due-now.js';
import { DueText } from '../../case/due-text.js';
import { useRules } from '../../case/use-retention.js';

/** The page itself warns that nobody is recorded as told, and has the form that says who was. */
const TOLD_ON_THE_PAGE: DueAct = 'tell-of-concern';

export type ConcernForm = NonNullable<RouteOf<'concern'>['form']>;

export interface ConcernDueProps {
  concern: StoredRecord<'safeguardingConcern'>;
  onGo: (form: ConcernForm) => void;
}

/** Everything that is due on the concern, as in the diary: why, by when, and the form that answers it. */
export function ConcernDue({ concern, onGo }: ConcernDueProps) {
  const { services } = useApp();
  const rules = useRules();
  const today = services.today();
  const due = useMemo(
    () =>
      allDue([concern], today, services.lists, rules).filter(({ act }) => act !== TOLD_ON_THE_PAGE),
    [concern, today, services.lists, rules],
  );
  if (due.length === 0 && concernState(concern.value) === 'untold') return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t('concern.now')}</h2>
      {due.length === 0 && <p class="govuk-body">{t('concern.now.none')}</p>}
      <ul class="govuk-list">
        {due.map((entry) => (
          <li key={entry.id}>
            <Words isUrgent={entry.isUrgent}>
              {entry.why} {t('concern.now.due')} <DueText due={entry} today={today} />
            </Words>
            {ANSWERS[entry.act] && (
              <ButtonGroup>
                {ANSWERS[entry.act]?.map(({ form, label }) => (
                  <Button key={form} kind="secondary" onPress={() => onGo(form)}>
                    {t(label)}
                  </Button>
                ))}
              </ButtonGroup>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface WordsProps extends Pick<DiaryEntry, 'isUrgent'> {
  children: ComponentChildren;
}

function Words({ isUrgent, children }: WordsProps) {
  return isUrgent ? <WarningText>{children}</WarningText> : <InsetText>{children}</InsetText>;
}

interface Answer {
  readonly form: ConcernForm;
  readonly label: PlainKey;
}

/** The forms that answer an act; the one that says who was told is on the page itself. */
const ANSWERS: Readonly<Partial<Record<DueAct, readonly Answer[]>>> = {
  'escalate-concern': [
    { form: 'acknowledge', label: 'concern.ack' },
    { form: 'escalate', label: 'concern.escalate' },
  ],
  'record-crime': [{ form: 'crime', label: 'concern.crime' }],
  'review-concern': [{ form: 'review', label: 'concern.review' }],
};

import { ageFact, applicability, type Instrument, supersession } from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import type { InstrumentsAtHand } from '../../case/instrument-files.js';
import { statusWords } from '../../case/level-words.js';
import { PersonHeading } from '../../case/person-heading.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { DisputedAge } from './disputed-age.js';

export interface ChooseInstrumentProps {
  page: SubjectPage;
  at: InstrumentsAtHand;
  title?: string;
  onChoose: (id: string) => void;
}

/** Choice of instrument in one press: its purpose, its evidence, and the reason if it does not apply to this person. */
export function ChooseInstrument({ page, at, title, onChoose }: ChooseInstrumentProps) {
  const { services, router } = useApp();
  const { kind } = useOpenVault();
  const today = services.today();
  // An illustrative instrument is of no use on a real person, and comes last in practice.
  const offered = [...at.inUse.values()]
    .filter((each) => kind === 'practice' || !isIllustrative(each))
    .toSorted((a, b) => Number(isIllustrative(a)) - Number(isIllustrative(b)));
  const standingOf = (instrument: Instrument): { isRefused: boolean; why: string | undefined } => {
    const stale = supersession(instrument, at.inUse, today);
    if (stale) return { isRefused: true, why: stale.message };
    const facts = ageFact(instrument, page.subject.value, today);
    const { applies, notApplying } = applicability(instrument, facts);
    const why = notApplying.map(({ reason }) => reason.text).join(' ');
    if (applies === 'no') return { isRefused: true, why: t('assessment.not-for', { why }) };
    return {
      isRefused: false,
      why: applies === 'unknown' ? t('assessment.for-unknown', { why }) : undefined,
    };
  };
  return (
    <div class="cp-read">
      <PersonHeading of={page.subject}>{title ?? t('assessment.start')}</PersonHeading>
      <InsetText>{t('assessment.no-decision')}</InsetText>
      <DisputedAge subject={page.subject} />
      <h2 class="govuk-heading-m">{t('assessment.choose')}</h2>
      {offered.map((instrument) => {
        const { isRefused, why } = standingOf(instrument);
        return (
          <section key={instrument.id} class="cp-record" aria-label={instrument.title}>
            <h3 class="govuk-heading-s">{instrument.title}</h3>
            <p class="govuk-hint">
              {t('assessment.version', {
                version: instrument.version,
                count: instrument.items.length,
              })}{' '}
              {statusWords(instrument.status)} {instrument.source}
            </p>
            {why && <p class="govuk-body">{why}</p>}
            {!isRefused && (
              <Button
                kind={isIllustrative(instrument) ? 'link' : 'secondary'}
                onPress={() => onChoose(instrument.id)}
              >
                {t('assessment.choose.use', { title: instrument.title })}
              </Button>
            )}
          </section>
        );
      })}
      <ButtonGroup>
        <Button kind="link" onPress={() => router.go({ name: 'instruments' })}>
          {t('assessment.instruments.all')}
        </Button>
        <Button kind="link" onPress={() => router.back()}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    </div>
  );
}

function isIllustrative({ status }: Instrument): boolean {
  return status === 'illustrative';
}

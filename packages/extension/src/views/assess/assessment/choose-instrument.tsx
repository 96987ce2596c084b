import { ageOn, applicability, type Instrument, supersession } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import type { InstrumentsAtHand } from '../../case/instrument-files.js';
import { statusWords } from '../../case/level-words.js';
import type { SubjectPage } from '../../case/subject-page.js';

const CHOICE = 'cp-instrument';

export interface ChooseInstrumentProps {
  page: SubjectPage;
  at: InstrumentsAtHand;
  title?: string;
  onChoose: (id: string) => void;
}

/** Choice of instrument: its purpose, its evidence, and the reason if it does not apply to this person. */
export function ChooseInstrument({ page, at, title, onChoose }: ChooseInstrumentProps) {
  const { services, router } = useApp();
  const { kind } = useOpenVault();
  const chosen = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const today = services.today();
  const { bornOn } = page.subject.value;
  const facts = bornOn === undefined ? {} : { age: ageOn(bornOn, today) };
  // An illustrative instrument is of no use on a real person.
  const offered = [...at.inUse.values()].filter(
    ({ status }) => kind === 'practice' || status !== 'illustrative',
  );
  const whyNot = (instrument: Instrument): string | undefined => {
    const { applies, notApplying } = applicability(instrument, facts);
    const stale = supersession(instrument, at.inUse, today);
    if (stale) return stale.message;
    const why = notApplying.map(({ reason }) => reason.text).join(' ');
    if (applies === 'no') return t('assessment.not-for', { why });
    return applies === 'unknown' ? t('assessment.for-unknown', { why }) : undefined;
  };
  const isRefused = (instrument: Instrument): boolean =>
    applicability(instrument, facts).applies === 'no' ||
    supersession(instrument, at.inUse, today) !== undefined;
  const start = (): void => {
    const instrument = offered.find(({ id }) => id === chosen.value);
    if (!instrument) problem.value = t('assessment.choose.missing');
    else if (isRefused(instrument)) problem.value = whyNot(instrument);
    else onChoose(instrument.id);
  };
  return (
    <div class="cp-read">
      <PageHeading caption={page.subject.value.name}>{title ?? t('assessment.start')}</PageHeading>
      <InsetText>{t('assessment.no-decision')}</InsetText>
      <Form onSubmit={start}>
        <ErrorSummary
          errors={problem.value === undefined ? [] : [{ message: problem.value, fieldId: CHOICE }]}
        />
        <Radios
          id={CHOICE}
          label={t('assessment.choose')}
          error={problem.value}
          choices={offered.map((instrument) => ({
            value: instrument.id,
            label: instrument.title,
            hint: [
              t('assessment.version', {
                version: instrument.version,
                count: instrument.items.length,
              }),
              statusWords(instrument.status),
              instrument.source,
              whyNot(instrument),
            ]
              .filter(Boolean)
              .join(' '),
          }))}
          value={chosen.value}
          onValue={(value) => {
            chosen.value = value;
            problem.value = undefined;
          }}
        />
        <ButtonGroup>
          <Button type="submit">{t('common.continue')}</Button>
          <Button kind="secondary" onPress={() => router.go({ name: 'instruments' })}>
            {t('assessment.instruments.all')}
          </Button>
          <Button kind="link" onPress={() => router.back()}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}

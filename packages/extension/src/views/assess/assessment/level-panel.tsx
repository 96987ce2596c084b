import {
  answerLabel,
  type Finding,
  type Instrument,
  type LevelReading,
  levelMoves,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { Details } from '../../../components/details.js';
import { t } from '../../../locales/late.js';
import { levelWords, moveWords, reasonWords, stillMissing } from '../../case/level-words.js';

/** Number of possible changes shown; the rest are folded away. */
const IN_SIGHT = 3;

export interface LevelPanelProps {
  instrument: Instrument;
  reading: LevelReading;
  answers: Readonly<Record<string, string>>;
}

/** Result of the answers so far: the level or those within reach, the reasons, and what could change it. */
export function LevelPanel({ instrument, reading, answers }: LevelPanelProps) {
  const moves = useMemo(
    () =>
      reading.noLevel === 'gives-no-level'
        ? []
        : levelMoves(instrument, answers).flatMap((move) => moveWords(instrument, move)),
    [instrument, answers],
  );
  const answered = instrument.items.length - reading.missing.length;
  const lines = (sentences: readonly string[]) => (
    <ul class="govuk-list govuk-list--bullet">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
  return (
    <section class="cp-assess__level" aria-labelledby="cp-assess-level">
      <h2 class="govuk-heading-m" id="cp-assess-level">
        {t('assessment.level')}
      </h2>
      <p class="govuk-heading-s" role="status">
        {levelWords(instrument, reading)}
      </p>
      <p class="govuk-body-s">
        {t('assessment.answered', { answered, count: instrument.items.length })}
      </p>
      {stillMissing(reading).length > 0 && lines(stillMissing(reading))}
      {reading.reasons.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('assessment.why')}</h3>
          <Reasons instrument={instrument} reading={reading} />
        </>
      )}
      {moves.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('assessment.moves')}</h3>
          {lines(moves.slice(0, IN_SIGHT))}
          {moves.length > IN_SIGHT && (
            <Details summary={t('assessment.moves.more', { count: moves.length - IN_SIGHT })}>
              {lines(moves.slice(IN_SIGHT))}
            </Details>
          )}
        </>
      )}
      <Beside instrument={instrument} reading={reading} />
    </section>
  );
}

/** Reasons from the known answers; folded away, the outcomes still possible from the unknown ones. */
export function Reasons({ instrument, reading }: Pick<LevelPanelProps, 'instrument' | 'reading'>) {
  const [settled, open] = [true, false].map((isSettled) =>
    reading.reasons
      .filter((reason) => reason.isSettled === isSettled)
      .map((reason) => reasonWords(instrument, reason)),
  );
  const lines = (sentences: readonly string[] = []) => (
    <ul class="govuk-list govuk-list--bullet">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
  return (
    <>
      {settled?.length ? lines(settled) : <p class="govuk-body-s">{t('assessment.why.none')}</p>}
      {open && open.length > 0 && (
        <Details summary={t('assessment.why.open')}>{lines(open)}</Details>
      )}
    </>
  );
}

/** Strengths next to concerns: neither is subtracted from the other. */
export function Beside({ instrument, reading }: Pick<LevelPanelProps, 'instrument' | 'reading'>) {
  const { strengths, concerns } = reading;
  if (strengths.length + concerns.length === 0) return null;
  return (
    <div class="cp-assess__beside">
      <Findings instrument={instrument} title={t('assessment.concerns')} of={concerns} />
      <Findings instrument={instrument} title={t('assessment.strengths')} of={strengths} />
    </div>
  );
}

interface FindingsProps {
  instrument: Instrument;
  title: string;
  of: readonly Finding[];
}

function Findings({ instrument, title, of }: FindingsProps) {
  return (
    <div>
      <h3 class="govuk-heading-s">{title}</h3>
      {of.length === 0 ? (
        <p class="govuk-body-s">{t('assessment.found.none')}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {of.map(({ item: id, answer }) => {
            const item = instrument.items.find((each) => each.id === id);
            return (
              item && (
                <li key={id}>
                  {t('assessment.found', {
                    prompt: item.prompt,
                    answer: answerLabel(item, answer),
                  })}
                </li>
              )
            );
          })}
        </ul>
      )}
    </div>
  );
}

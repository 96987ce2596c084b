import { anonymise, type IdentityFound } from '@cyber-prevent/core';
import { useId } from 'preact/hooks';
import { Button, ButtonGroup } from '../../components/button.js';
import { Details } from '../../components/details.js';
import { t } from '../../locales/late.js';

export interface IdentityPanelProps {
  text: string;
  /** Name of the box with the text, if there are several. */
  where?: string | undefined;
  /** Reason that nobody is to be named, if it is not an enquiry. */
  intro?: string | undefined;
  /** True if the current text has been searched. */
  isLooked?: boolean;
  /** Findings still to be answered, all in this very text. */
  found: readonly IdentityFound[];
  onText: (text: string) => void;
  /** Pieces that the officer said identify nobody. */
  nobody: readonly string[];
  onNobody: (pieces: readonly string[]) => void;
}

/** Letters of the text that are shown on either side. */
const AROUND = 48;

/** Each thing that may identify the person, shown in its place: removed, or marked as identifying nobody. */
export function IdentityPanel(props: IdentityPanelProps) {
  const { text, where, found, onText, nobody, onNobody, isLooked = false } = props;
  const headingId = useId();
  return (
    <div class="cp-identity" role="status">
      {isLooked && found.length === 0 && text.trim() !== '' && (
        <p class="govuk-hint">{t('take.identity.none')}</p>
      )}
      {found.length > 0 && (
        <section class="cp-identity__asks" aria-labelledby={headingId}>
          <h2 id={headingId} class="govuk-heading-s">
            {where && `${where}: `}
            {t('take.identity.title', { count: found.length })}
          </h2>
          <p class="govuk-body-s">{props.intro ?? t('take.identity.intro')}</p>
          <ul class="govuk-list">
            {found.map((each) => (
              <li key={`${each.at} ${each.text}`} class="cp-identity__found">
                <p class="govuk-body-s">
                  <strong>{t(`take.identity.kind.${each.kind}`)}</strong>{' '}
                  <InPlace text={text} found={each} />
                </p>
                <ButtonGroup>
                  <Button
                    kind="secondary"
                    about={each.text}
                    onPress={() => onText(anonymise(text, [each]))}
                  >
                    {t('take.identity.out')}
                  </Button>
                  <Button
                    kind="link"
                    about={each.text}
                    onPress={() => onNobody([...nobody, each.text])}
                  >
                    {t('take.identity.nobody')}
                  </Button>
                </ButtonGroup>
              </li>
            ))}
          </ul>
          {found.length > 1 && (
            <Button kind="secondary" onPress={() => onText(anonymise(text, found))}>
              {t('take.identity.all-out')}
            </Button>
          )}
        </section>
      )}
      {nobody.length > 0 && (
        <Details summary={t('take.identity.said')}>
          <ul class="govuk-list">
            {nobody.map((piece) => (
              <li key={piece}>
                {piece}{' '}
                <Button
                  kind="link"
                  about={piece}
                  onPress={() => onNobody(nobody.filter((each) => each !== piece))}
                >
                  {t('take.identity.ask-again')}
                </Button>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

function InPlace({ text, found }: { text: string; found: IdentityFound }) {
  const { at, text: said } = found;
  const end = at + said.length;
  const before = text.slice(Math.max(0, at - AROUND), at);
  const after = text.slice(end, end + AROUND);
  return (
    <span class="cp-identity__place">
      {at > AROUND && '…'}
      {before}
      <mark>{said}</mark>
      {after}
      {end + AROUND < text.length && '…'}
    </span>
  );
}

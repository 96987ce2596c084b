import { Button } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import type { Made } from '../../../sandbox/teach-order.js';
import type { TeachingState } from './use-teaching.js';

/** Everything in the file that came from the page, for the officer to read before it leaves. */
export function LeavesPanel({ made, state }: { made: Made; state: TeachingState }) {
  const hidden = state.teaching.value?.hidden ?? [];
  return (
    <>
      <h2 class="govuk-heading-m">{t('teach.leaves')}</h2>
      {made.leaves.length === 0 ? (
        <WarningText>{t('teach.leaves.none')}</WarningText>
      ) : (
        <>
          <p class="govuk-body">{t('teach.leaves.what')}</p>
          <h3 class="govuk-heading-s">{t('teach.leaves.text')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <section class="cp-teach__leaves" aria-label={t('teach.leaves.text')} tabIndex={0}>
            <ul class="govuk-list">
              {made.leaves.map((line, nth) => (
                <li key={`${nth} ${line}`} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          </section>
          <Details summary={t('teach.leaves.kept')} late>
            <p class="govuk-body">{t('teach.leaves.kept.what')}</p>
            <ul class="govuk-list">
              {made.kept.map((text) => (
                <li key={text} dir="auto">
                  {text}{' '}
                  <Button
                    kind="link"
                    about={text}
                    onPress={() => state.change({ hidden: [...hidden, text] })}
                  >
                    {t('teach.leaves.hide')}
                  </Button>
                </li>
              ))}
            </ul>
          </Details>
        </>
      )}
      {hidden.map((text) => (
        <p key={text} class="govuk-body">
          {t('teach.leaves.hidden', { text })}{' '}
          <Button
            kind="link"
            about={text}
            onPress={() => state.change({ hidden: hidden.filter((each) => each !== text) })}
          >
            {t('teach.leaves.unhide')}
          </Button>
        </p>
      ))}
    </>
  );
}

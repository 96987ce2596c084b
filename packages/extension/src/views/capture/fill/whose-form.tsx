import type { FillPlan, FormDoubt, OwnSign } from '@cyber-prevent/core/fill';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button, ButtonGroup } from '../../../components/button.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { personWords } from './person-words.js';
import { isOfName, nameWords, ownerWords, referenceWords } from './reference-doubts.js';

export interface WhoseFormProps {
  plan: Pick<FillPlan, 'shows' | 'another' | 'doubts' | 'isUnchecked' | 'isNameless' | 'isAsked'>;
  /** Name of the person whom the values are about. */
  name: string;
  /** True once the officer has said that the form is about this person. */
  isMeant?: boolean;
  /** True once anything was typed: the answer is then no longer changed. */
  isOver?: boolean;
  /** Called when the officer says that the form is about this person, or takes that back; absent: nothing is asked. */
  onMeant?: (isMeant: boolean) => void;
  /** True for the paste pack, which is copied from by hand. */
  isPack?: boolean;
}

/**
 * Signs that the form is about another person, or that it names nobody: the names and references on its page. Asks once
 * whose form it is, and until that is answered nothing can be typed.
 */
export function WhoseForm(props: WhoseFormProps) {
  const { plan, name, onMeant, isMeant = false, isOver = false, isPack = false } = props;
  const { shows, another, doubts = [], isUnchecked, isNameless, isAsked = false } = plan;
  const refused = useSignal<unknown>(undefined);
  const id = useId();
  const signs = (
    <>
      {shows && <OwnSigns shows={shows} />}
      {another && (
        <WarningText>{t('fill.another', { another: personWords(another), name })}</WarningText>
      )}
      {doubts.map((doubt) => (
        <WarningText key={JSON.stringify(doubt)}>{doubtWords(doubt, name)}</WarningText>
      ))}
      {isNameless && <WarningText>{t('fill.nameless', { name })}</WarningText>}
      {isUnchecked && <WarningText>{t('fill.reference.unchecked')}</WarningText>}
      {isPack && isAsked && <p class="govuk-body">{t('pack.whose')}</p>}
    </>
  );
  if (isMeant && onMeant)
    return (
      <>
        {signs}
        <p class="govuk-body" dir="auto">
          {t('fill.whose.own.said', { name })}{' '}
          {!isOver && (
            <Button kind="link" onPress={() => onMeant(false)}>
              {t('fill.whose.change')}
            </Button>
          )}
        </p>
      </>
    );
  if (!isAsked || !onMeant) return signs;
  const key = JSON.stringify([another, doubts, isUnchecked, isNameless]);
  return (
    <section class="cp-confirm" aria-labelledby={id}>
      {signs}
      <h2 id={id} class="govuk-heading-s" dir="auto">
        {t('fill.whose', { name })}
      </h2>
      {refused.value === key && (
        <p role="status" class="govuk-body">
          {t('fill.whose.not.said')}
        </p>
      )}
      <ButtonGroup>
        <Button
          onPress={() => {
            refused.value = key;
          }}
        >
          {t('fill.whose.not')}
        </Button>
        <Button kind="secondary" onPress={() => onMeant(true)}>
          {t('fill.whose.own', { name })}
        </Button>
      </ButtonGroup>
    </section>
  );
}

/** Signs of this person on the page, in its own words: the officer sees whose form it is before anything is typed. */
function OwnSigns({ shows }: { shows: readonly OwnSign[] }) {
  const [first] = shows;
  if (first?.kind === 'new-record')
    return <p class="govuk-body">{t('fill.shows.new', { box: first.text })}</p>;
  const isNameAlone = shows.every(({ kind }) => kind === 'name');
  return (
    <p class="govuk-body" dir="auto">
      {t('fill.shows', { signs: EACH.format(shows.map(signWords)) })}
      {isNameAlone && ` ${t('fill.shows.name-alone')}`}
    </p>
  );
}

function signWords(sign: OwnSign): string {
  const { kind, text, place } = sign;
  if (kind === 'born') return t('fill.shows.born', { date: text });
  if (kind === 'reference') return referenceWords(sign);
  if (kind === 'new-record') return t('fill.shows.box', { box: text });
  return t('fill.shows.name', { text, place: t(`fill.shows.${place ?? 'label'}`) });
}

const EACH = new Intl.ListFormat('en-GB', { type: 'unit' });
const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function doubtWords(doubt: FormDoubt, name: string): string {
  if (isOfName(doubt))
    return `${nameWords(doubt, name)} ${t(doubt.isMild ? 'fill.named.mild' : 'fill.named.so', { name })}`;
  const reference = referenceWords(doubt);
  return doubt.kind === 'differs'
    ? t('fill.reference.differs', { reference, name, own: EITHER.format(doubt.own) })
    : t('fill.reference.another', { reference, name, people: ownerWords(doubt) });
}

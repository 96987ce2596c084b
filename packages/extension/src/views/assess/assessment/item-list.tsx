import { answerLabel, type Instrument, type Item } from '@cyber-prevent/core';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { Choice } from '../../../components/choice.js';
import { t } from '../../../locales/late.js';
import { answerTo, type GivenAnswer, withAnswer } from './given-answers.js';
import { ItemField } from './item-field.js';
import { RestUnknown } from './rest-unknown.js';

export interface ItemListProps {
  instrument: Instrument;
  answers: readonly GivenAnswer[];
  onAnswers: (answers: readonly GivenAnswer[]) => void;
  /** Index of the item shown by itself; undefined for the whole list. */
  at: number | undefined;
  onAt: (at: number | undefined) => void;
  idOf: (item: string) => string;
  errorAt: (item: string) => string | undefined;
  /** Answers of the last assessment. */
  last?: readonly GivenAnswer[] | undefined;
  evidence?: readonly Choice[];
}

/** One item at a time, or all of them by domain. */
export function ItemList(props: ItemListProps) {
  const { instrument, answers, at, onAt } = props;
  const field = (item: Item) => {
    const before = answerTo(props.last ?? [], item.id);
    return (
      <ItemField
        key={item.id}
        item={item}
        id={props.idOf(item.id)}
        error={props.errorAt(item.id)}
        given={answerTo(answers, item.id)}
        last={before && answerLabel(item, before.answer)}
        {...(props.evidence ? { evidence: props.evidence } : {})}
        onGiven={(given) => props.onAnswers(withAnswer(answers, given))}
      />
    );
  };
  const { items } = instrument;
  const rest = (
    <RestUnknown instrument={instrument} answers={answers} onAnswers={props.onAnswers} />
  );
  const one = at === undefined ? undefined : items[at];
  if (one && at !== undefined)
    return (
      <>
        <p class="govuk-caption-m" role="status">
          {t('assessment.item.of', { place: at + 1, count: items.length })}
          {domainOf(instrument, one) && <>: {domainOf(instrument, one)}</>}
        </p>
        {field(one)}
        {rest}
        <ButtonGroup>
          {at + 1 < items.length && (
            <Button kind="secondary" onPress={() => onAt(at + 1)}>
              {t('assessment.item.next')}
            </Button>
          )}
          {at > 0 && (
            <Button kind="secondary" onPress={() => onAt(at - 1)}>
              {t('assessment.item.before')}
            </Button>
          )}
          <Button kind="link" onPress={() => onAt(undefined)}>
            {t('assessment.item.all')}
          </Button>
        </ButtonGroup>
      </>
    );
  return (
    <>
      <p class="govuk-body">
        <Button kind="link" onPress={() => onAt(firstOpen(items, answers))}>
          {t('assessment.item.one')}
        </Button>
      </p>
      {byDomain(instrument).map(({ label, within }) => (
        <section key={label ?? ''} aria-label={label}>
          {label && <h2 class="govuk-heading-m">{label}</h2>}
          {within.map(field)}
        </section>
      ))}
      {rest}
    </>
  );
}

/** Items under their headings, in the order of the domains; items without a domain last. */
export function byDomain({ items, domains = [] }: Instrument) {
  const rest = items.filter(({ domain }) => domain === undefined);
  return [
    ...domains.map(({ id, label }) => ({
      label: label as string | undefined,
      within: items.filter(({ domain }) => domain === id),
    })),
    ...(rest.length > 0 ? [{ label: undefined, within: rest }] : []),
  ].filter(({ within }) => within.length > 0);
}

function domainOf({ domains = [] }: Instrument, { domain }: Item): string | undefined {
  return domains.find(({ id }) => id === domain)?.label;
}

/** Index of the first item without an answer, where the officer left off. */
function firstOpen(items: readonly Item[], answers: readonly GivenAnswer[]): number {
  const open = items.findIndex(({ id }) => !answerTo(answers, id)?.answer);
  return Math.max(open, 0);
}

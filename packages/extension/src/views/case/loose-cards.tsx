/** Stop cards opened on the day of a contact that name none yet: the officer says which belong to it. */
import { looseStopCards, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Checkboxes } from '../../components/checkboxes.js';
import { isCivilDate } from '../../components/civil-date.js';
import { asText, asTexts, type FormValues } from '../../components/form-values.js';
import { writtenMoment } from '../../components/written-moment.js';
import { t } from '../../locales/late.js';

/** Key among the values of the form, stored with them. */
export const CARDS = 'stopCards';

/** Cards of the subject on the typed day; read again on return from opening a card. */
export function useLooseCards(
  subject: RecordId | undefined,
  on: unknown,
): readonly StoredRecord<'stopCard'>[] {
  const { store } = useApp().services;
  const cards = useSignal<readonly StoredRecord<'stopCard'>[]>([]);
  const day = asText(on);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const held =
        subject && isCivilDate(day) ? await store.query('stopCard', { subjectId: subject }) : [];
      if (!gone && isCivilDate(day)) cards.value = looseStopCards(held, day);
    };
    // If they cannot be read, the contact is logged anyway, and the card stays on its own.
    void look().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [store, subject, day]);
  return cards.value;
}

/** Cards that the officer ticked. */
export function chosenCards(
  cards: readonly StoredRecord<'stopCard'>[],
  values: FormValues,
): readonly StoredRecord<'stopCard'>[] {
  const ticked = asTexts(values[CARDS]);
  return cards.filter(({ id }) => ticked.includes(id));
}

interface LooseCardsProps {
  cards: readonly StoredRecord<'stopCard'>[];
  values: FormValues;
  onValue: (ids: readonly string[]) => void;
}

export function LooseCards({ cards, values, onValue }: LooseCardsProps) {
  if (cards.length === 0) return null;
  return (
    <Checkboxes
      label={t('stop.join')}
      hint={t('stop.join.hint')}
      choices={cards.map(({ id, value }) => ({ value: id, label: writtenMoment(value.saidAt) }))}
      value={asTexts(values[CARDS])}
      onValue={onValue}
    />
  );
}

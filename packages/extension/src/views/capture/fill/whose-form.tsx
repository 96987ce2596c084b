import type { FillPlan, FormDoubt } from '@cyber-prevent/core/fill';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { personWords } from './person-words.js';
import { isOfName, nameWords, ownerWords, referenceWords } from './reference-doubts.js';

export interface WhoseFormProps {
  plan: Pick<FillPlan, 'another' | 'doubts' | 'isUnchecked'>;
  /** Name of the person whom the values are about. */
  name: string;
}

/** Signs that the form is about another person: the names and references on its page. Nothing is ticked, unless it names both. */
export function WhoseForm({ plan: { another, doubts = [], isUnchecked }, name }: WhoseFormProps) {
  return (
    <>
      {another && (
        <WarningText>{t('fill.another', { another: personWords(another), name })}</WarningText>
      )}
      {doubts.map((doubt) => (
        <WarningText key={JSON.stringify(doubt)}>{doubtWords(doubt, name)}</WarningText>
      ))}
      {isUnchecked && <WarningText>{t('fill.reference.unchecked')}</WarningText>}
    </>
  );
}

const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function doubtWords(doubt: FormDoubt, name: string): string {
  if (isOfName(doubt))
    return `${nameWords(doubt, name)} ${t(doubt.isMild ? 'fill.named.mild' : 'fill.named.so', { name })}`;
  const reference = referenceWords(doubt);
  return doubt.kind === 'differs'
    ? t('fill.reference.differs', { reference, name, own: EITHER.format(doubt.own) })
    : t('fill.reference.another', { reference, name, people: ownerWords(doubt) });
}

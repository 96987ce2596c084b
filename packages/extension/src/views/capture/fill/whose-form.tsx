import { writtenDate } from '@cyber-prevent/core';
import type { FillPlan, FormPerson, ReferenceDoubt } from '@cyber-prevent/core/fill';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';

export interface WhoseFormProps {
  plan: Pick<FillPlan, 'another' | 'doubts' | 'isUnchecked'>;
  /** Name of the person whom the values are about. */
  name: string;
}

/** Signs that the form is about another person: the names on its page, and its references. Nothing is ticked then. */
export function WhoseForm({ plan: { another, doubts = [], isUnchecked }, name }: WhoseFormProps) {
  return (
    <>
      {another && (
        <WarningText>{t('fill.another', { another: personWords(another), name })}</WarningText>
      )}
      {doubts.map((doubt) => (
        <WarningText key={`${doubt.kind} ${doubt.text}`}>{doubtWords(doubt, name)}</WarningText>
      ))}
      {isUnchecked && <WarningText>{t('fill.reference.unchecked')}</WarningText>}
    </>
  );
}

const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const EACH = new Intl.ListFormat('en-GB');

/** The person whom the page names: “Tobias Wren, born 2 September 2011”. */
function personWords({ names, born }: Pick<FormPerson, 'names' | 'born'>): string {
  const known = names.length > 0 ? names.join(', ') : t('fill.another.nobody');
  return born.length === 0
    ? known
    : t('fill.another.born', { name: known, date: EITHER.format(born.map(writtenDate)) });
}

function doubtWords(
  { kind, text, label, people, isClosed, own }: ReferenceDoubt,
  name: string,
): string {
  const reference = label === undefined ? text : t('fill.reference', { label, text });
  if (kind === 'differs')
    return t('fill.reference.differs', { reference, name, own: EITHER.format(own) });
  const whose = people.map(({ name, bornOn }) =>
    personWords({ names: [name], born: bornOn ? [bornOn] : [] }),
  );
  return t('fill.reference.another', {
    reference,
    people: EACH.format(isClosed ? [...whose, t('fill.reference.closed')] : whose),
    name,
  });
}

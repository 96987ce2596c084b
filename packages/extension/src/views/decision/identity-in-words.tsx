import { fieldsOf, identityIn } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { asText, asTexts } from '../../components/form-values.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { IdentityPanel } from '../enquiry/identity-panel.js';
import { useLater } from '../use-later.js';

export interface IdentityInWordsProps {
  form: RecordFormState<'decision'>;
  /** Fields with words in them. */
  names: readonly string[];
}

/** On an enquiry nobody is named in the decision either: each thing that may, under the name of its box. */
export function IdentityInWords({ form, names }: IdentityInWordsProps) {
  const nobody = asTexts(form.values.value.identifyNobody);
  return (
    <>
      {names.map((name) => (
        <InBox key={name} form={form} name={name} nobody={nobody} />
      ))}
    </>
  );
}

function InBox({
  form,
  name,
  nobody,
}: Pick<IdentityInWordsProps, 'form'> & { name: string; nobody: readonly string[] }) {
  const text = asText(form.values.value[name]);
  const looked = useLater(text);
  const all = useMemo(() => identityIn(looked), [looked]);
  const found = looked === text ? all.filter((each) => !nobody.includes(each.text)) : [];
  if (found.length === 0) return null;
  return (
    <IdentityPanel
      text={text}
      where={fieldsOf('decision').find((field) => field.name === name)?.label}
      found={found}
      onText={(to) => form.set(name, to)}
      nobody={[]}
      onNobody={(pieces) => form.set('identifyNobody', [...nobody, ...pieces])}
    />
  );
}

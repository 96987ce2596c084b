import { fieldsOf, identityIn, type RecordKind } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { asText, asTexts } from '../../components/form-values.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { useLater } from '../act/use-later.js';
import { IdentityPanel } from './identity-panel.js';

export interface IdentityInWordsProps<K extends RecordKind> {
  form: RecordFormState<K>;
  /** Names of the text fields. */
  names: readonly string[];
}

/**
 * Shows each thing that may identify somebody where nobody is to be named, in a decision on an enquiry or in advice,
 * under the name of its box.
 */
export function IdentityInWords<K extends RecordKind>({ form, names }: IdentityInWordsProps<K>) {
  const nobody = asTexts(form.values.value.identifyNobody);
  return (
    <>
      {names.map((name) => (
        <InBox key={name} form={form} name={name} nobody={nobody} />
      ))}
    </>
  );
}

function InBox<K extends RecordKind>({
  form,
  name,
  nobody,
}: Pick<IdentityInWordsProps<K>, 'form'> & { name: string; nobody: readonly string[] }) {
  const text = asText(form.values.value[name]);
  const looked = useLater(text);
  const all = useMemo(() => identityIn(looked), [looked]);
  const found = looked === text ? all.filter((each) => !nobody.includes(each.text)) : [];
  if (found.length === 0) return null;
  return (
    <IdentityPanel
      text={text}
      where={fieldsOf(form.kind).find((field) => field.name === name)?.label}
      intro={form.kind === 'advice' ? t('advice.identity.intro') : undefined}
      found={found}
      onText={(to) => form.set(name, to)}
      nobody={[]}
      onNobody={(pieces) => form.set('identifyNobody', [...nobody, ...pieces])}
    />
  );
}

import { type CodeLists, fieldsOf, type PlainDate } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { Fieldset } from '../../../components/fieldset.js';
import type { FieldError } from '../../../components/form-errors.js';
import { asGroup } from '../../../components/form-values.js';
import { RecordField } from '../../../components/record-field.js';
import { t } from '../../../locales/late.js';

export interface ReferrerFieldsProps {
  id: string;
  lists: CodeLists;
  on: PlainDate;
  value: unknown;
  onValue: (value: Readonly<Record<string, unknown>>) => void;
  errors: readonly FieldError[];
  /** Content under the organisation. */
  underOrganisation?: ComponentChildren;
}

const ASKED = ['name', 'role', 'organisation', 'email', 'phone'] as const;

/** Paths of the controls, for errors about them. */
export const REFERRER_PATHS: readonly string[] = ASKED.map((name) => `referrer.${name}`);

/** The person who asks, for the reply. */
export function ReferrerFields(props: ReferrerFieldsProps) {
  const { id, lists, on, value, onValue, errors, underOrganisation } = props;
  const held = asGroup(value);
  return (
    <Fieldset
      id={id}
      legend={t('take.referrer')}
      hint={t('take.referrer.hint')}
      size="m"
      role="group"
    >
      {ASKED.map((name) => {
        const field = fieldsOf('referrer').find((each) => each.name === name);
        return (
          field && (
            <Fragment key={name}>
              <RecordField
                field={field}
                id={`${id}-${name}`}
                value={held[name]}
                error={errors.find(({ path }) => path === `referrer.${name}`)?.message}
                onValue={(to) => onValue({ ...held, [name]: to })}
                lists={lists}
                on={on}
              />
              {name === 'organisation' && underOrganisation}
            </Fragment>
          )
        );
      })}
    </Fieldset>
  );
}

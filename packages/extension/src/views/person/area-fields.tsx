import { type AreaFromTable, areaWords, type Result, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { choicesOf } from '../../components/choice.js';
import { asText, type FormValues } from '../../components/form-values.js';
import { InsetText } from '../../components/inset-text.js';
import { Select } from '../../components/select.js';
import { t } from '../../locales/late.js';

/** Names of the controls, among the values of their form. */
const AREA_NAMES = ['forceArea', 'localAuthority', 'outside'] as const;
/** Values that go with an area that was looked up, and only with that one. */
const LOOKED_UP = ['fromPostcode', 'fromTable'] as const;

/** The area among the values of a form, for the act. */
export function areaOf(values: FormValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...AREA_NAMES, ...LOOKED_UP].flatMap((name) => {
      const value = asText(values[name]);
      return value === '' ? [] : [[name, value]];
    }),
  );
}

interface AreaFieldsProps {
  subject: StoredRecord<'subject'>;
  values: FormValues;
  errorAt: (name: string) => string | undefined;
  controlId: (name: string) => string;
  /** Sets several values at once. */
  onValues: (values: FormValues) => void;
}

/** Force area and local authority, or a place outside England and Wales; a table of postcodes offers them. */
export function AreaFields({ subject, values, errorAt, controlId, onValues }: AreaFieldsProps) {
  const { services } = useApp();
  const { lists } = services;
  const today = services.today();
  const found = useLookedUp(subject);
  const area = found?.ok ? found.value : undefined;
  const isTaken = area !== undefined && asText(values.fromTable) === area.fromTable;
  const labels = {
    forceArea: t('person.area.force'),
    localAuthority: t('person.area.council'),
    outside: t('person.area.outside'),
  };
  const lookedUp = [asText(values.fromPostcode), asText(values.fromTable)];
  return (
    <>
      {area && (
        <InsetText>
          <p class="govuk-body" dir="auto">
            {t('person.area.found', {
              postcode: area.fromPostcode,
              area: areaWords(area, lists, today),
              table: area.fromTable,
            })}
          </p>
          {isTaken ? (
            <p class="govuk-body govuk-!-margin-bottom-0" role="status">
              {t('person.area.taken')}
            </p>
          ) : (
            <Button
              kind="secondary"
              onPress={() => onValues({ forceArea: '', localAuthority: '', outside: '', ...area })}
            >
              {t('person.area.use')}
            </Button>
          )}
        </InsetText>
      )}
      {found?.issues.map(({ code, message }) => (
        <InsetText key={code}>{message}</InsetText>
      ))}
      {!isTaken && lookedUp.every((each) => each !== '') && (
        <p class="govuk-hint" dir="auto">
          {t('person.area.before', { postcode: lookedUp[0] ?? '', table: lookedUp[1] ?? '' })}
        </p>
      )}
      {AREA_NAMES.map((name) => (
        <Select
          key={name}
          id={controlId(name)}
          label={labels[name]}
          error={errorAt(name)}
          none={t('person.area.none')}
          choices={choicesOf(lists, LISTS[name], today)}
          value={asText(values[name])}
          // Chosen by hand, it is no longer the table’s.
          onValue={(value) => onValues({ [name]: value, fromPostcode: '', fromTable: '' })}
        />
      ))}
    </>
  );
}

const LISTS = {
  forceArea: 'force',
  localAuthority: 'local-authority',
  outside: 'outside-area',
} as const;

/** The answer for the postcode of the person’s present address; undefined without one, and until it is here. */
function useLookedUp({
  value: { addresses },
}: StoredRecord<'subject'>): Result<AreaFromTable> | undefined {
  const { services } = useApp();
  const found = useSignal<Result<AreaFromTable> | undefined>(undefined);
  const postcode = addresses.findLast(({ until }) => until === undefined)?.postcode;
  useEffect(() => {
    found.value = undefined;
    if (postcode === undefined) return;
    let isWanted = true;
    services.ask('area-of-postcode', [postcode]).then(
      (answer) => {
        if (isWanted) found.value = answer;
      },
      // Asked without an offer.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [services, postcode, found]);
  return found.value;
}

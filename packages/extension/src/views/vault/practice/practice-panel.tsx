/** Fictional people for a practice vault: one press fills it, one press removes them, after saying how much goes. */
import { useSignal } from '@preact/signals';
import { useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import { CASELOAD_PEOPLE, type PracticeState } from '../../../ports/practice.js';
import { type Practice, usePractice } from './use-practice.js';

export function PracticePanel() {
  const { kind } = useOpenVault();
  if (kind !== 'practice') return <p class="govuk-body">{t('practice.live')}</p>;
  return <Caseload />;
}

const JUST_SET_UP: PracticeState = {
  isFilled: false,
  people: 0,
  records: 0,
  of: CASELOAD_PEOPLE,
  workedOn: { people: 0, records: 0, added: 0 },
};

/** The offer at the end of the first run: the vault is open by then. */
export function FirstPeople() {
  const practice = usePractice(JUST_SET_UP);
  const { state, error } = practice;
  return (
    <section aria-labelledby="cp-first-people">
      <h2 class="govuk-heading-s" id="cp-first-people">
        {t('practice.title')}
      </h2>
      <ErrorSummary errors={error.value ? [{ message: error.value }] : []} check={state.value} />
      {state.value && <FillButton state={state.value} practice={practice} />}
      <PracticeStatus practice={practice} />
    </section>
  );
}

function Caseload() {
  const practice = usePractice();
  const { state, error } = practice;
  return (
    <>
      <ErrorSummary errors={error.value ? [{ message: error.value }] : []} check={state.value} />
      {state.value && <FillButton state={state.value} practice={practice} />}
      <PracticeStatus practice={practice} />
      {state.value && state.value.people > 0 && !practice.filling.value && (
        <RemovePeople state={state.value} practice={practice} />
      )}
    </>
  );
}

interface PracticeProps {
  state: PracticeState;
  practice: Practice;
}

function FillButton({ state, practice }: PracticeProps) {
  const { people, of, isFilled } = state;
  if (isFilled) return null;
  const isBusy = practice.filling.value !== undefined || practice.removing.value;
  return (
    <>
      <p class="govuk-body">
        {people === 0 ? t('practice.what', { of }) : t('practice.part', { people, of })}
      </p>
      <Button kind="secondary" busy={isBusy} onPress={() => void practice.fill()}>
        {t(people === 0 ? 'practice.fill' : 'practice.continue')}
      </Button>
    </>
  );
}

/** Progress of the work, or how it ended. */
function PracticeStatus({ practice }: { practice: Practice }) {
  const { filling, removing, said, state } = practice;
  const words = (): string => {
    if (filling.value) return t('practice.filling', filling.value);
    if (removing.value) return t('practice.removing');
    if (said.value) return said.value;
    const { isFilled = false, people = 0 } = state.value ?? {};
    return isFilled ? t('practice.filled', { people }) : '';
  };
  return (
    <p class="govuk-body" role="status">
      {words()}
    </p>
  );
}

function RemovePeople({ state, practice }: PracticeProps) {
  const { people, records, workedOn } = state;
  const isWorkToo = useSignal(false);
  const isKept = workedOn.people > 0 && !isWorkToo.value;
  const going = isKept
    ? { people: people - workedOn.people, records: records - workedOn.records }
    : { people, records: records + workedOn.added };
  return (
    <>
      <div class="govuk-inset-text">
        <p class="govuk-body">
          {going.people > 0
            ? t('practice.remove.what', { count: going.people, records: going.records })
            : t('practice.remove.none')}
        </p>
        {isKept && <p class="govuk-body">{t('practice.worked', { count: workedOn.people })}</p>}
      </div>
      {workedOn.people > 0 && (
        <Checkbox
          label={t('practice.work-too')}
          checked={isWorkToo.value}
          onChecked={(checked) => {
            isWorkToo.value = checked;
          }}
        />
      )}
      {going.people > 0 && (
        <Button
          kind="warning"
          busy={practice.removing.value}
          onPress={() => void practice.remove(isWorkToo.value)}
        >
          {t('practice.remove')}
        </Button>
      )}
    </>
  );
}

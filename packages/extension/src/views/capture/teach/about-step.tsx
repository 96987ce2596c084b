import { useSignal } from '@preact/signals';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import type { About } from './teaching.js';
import type { TeachingState } from './use-teaching.js';

const NEEDED = ['title', 'owner'] as const;
const ASKED = [...NEEDED, 'host', 'path'] as const;

function labelOf(name: (typeof ASKED)[number]): string {
  const label = t(`teach.about.${name}`);
  return name === 'title' || name === 'owner' ? label : t('field.optional', { label });
}

/** The title of the screen, the owner of the adapter, and the address where it is used. */
export function AboutStep({ state }: { state: TeachingState }) {
  const tried = useSignal(0);
  const about = state.teaching.value?.about;
  if (!about) return null;
  const missing = NEEDED.filter((name) => about[name].trim() === '');
  const errors = tried.value > 0 ? missing : [];
  const set = (part: Partial<About>): void => state.change({ about: { ...about, ...part } });
  return (
    <>
      <ErrorSummary
        errors={errors.map((name) => ({
          message: t(`teach.about.${name}.missing`),
          fieldId: `teach-${name}`,
        }))}
        check={tried.value}
      />
      <Form
        label={t('teach.about')}
        onSubmit={() => {
          tried.value += 1;
          if (missing.length === 0) state.change({ step: 'prove' });
        }}
      >
        {ASKED.map((name) => (
          <TextInput
            key={name}
            id={`teach-${name}`}
            label={labelOf(name)}
            hint={t(`teach.about.${name}.hint`)}
            error={
              errors.some((each) => each === name)
                ? t(`teach.about.${name === 'owner' ? 'owner' : 'title'}.missing`)
                : undefined
            }
            value={about[name]}
            onValue={(value) => set({ [name]: value })}
          />
        ))}
        <ButtonGroup>
          <Button type="submit">{t('teach.to-prove')}</Button>
          <Button kind="link" onPress={() => state.change({ step: 'values' })}>
            {t('teach.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

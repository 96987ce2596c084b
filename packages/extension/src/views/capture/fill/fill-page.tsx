import type { StoredRecord } from '@cyber-prevent/core';
import type { FillRow, FillValue } from '@cyber-prevent/core/fill';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { useKeys } from '../../../app/keys/use-keys.js';
import type { RouteOf } from '../../../app/route.js';
import { useUnfinished } from '../../../app/use-unfinished.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { browserClip } from '../../act/clip.js';
import { eitherOf } from '../../act/either-of.js';
import { useMayCopy } from '../../act/policy/use-may-copy.js';
import { useTwinWords } from '../../case/use-twin-words.js';
import { type FillWork, fillKey, type Left, NO_WORK, type Pack } from './fill-work.js';
import { FormPanel } from './form-panel.js';
import { GivenBefore } from './given-before.js';
import { type Given, noteGiven } from './note-given.js';
import { fieldsOfPlan, fieldsOfValues, labelsGiven, partsOfPack } from './pack-fields.js';
import { PackPanel } from './pack-panel.js';
import { givenAway, standingLabels, withoutLeft } from './typed-work.js';
import { signsOf, useForm } from './use-form.js';
import { WhoseForm } from './whose-form.js';

export interface FillPageProps {
  route: RouteOf<'fill'>;
  /** Names the record. */
  caption: string;
  values: readonly FillValue[];
  notes: readonly StoredRecord<'writeBack'>[];
}

/** One clipboard per extension page: its content outlives the screen that copied it. */
const clip = browserClip();

/** A record being typed into a form: the plan, the outcome, and the paste pack for forms that cannot be typed into. */
export function FillPage({ route, caption, values, notes }: FillPageProps) {
  const { services, router, session, surface } = useApp();
  const { of, record, subject } = route;
  const page = useRef<HTMLDivElement>(null);
  const work = useSignal<FillWork>(NO_WORK);
  const open = useUnfinished(fillKey(record), work);
  const isPacking = useSignal(false);
  const isBusy = useSignal(false);
  // Nothing is copied until the policy is known.
  const mayCopy = useMayCopy(clip);
  const problem = useSignal<string | undefined>(undefined);
  const isPanel = surface === 'panel';
  const form = useForm({ kind: of, subject, values, work, listens: isPanel });
  const { pack, typed } = work.value;

  useKeys(page, { 'put-back': () => void form.undo() });

  const packOf = (): Pack => {
    const { value: read } = form.read;
    const plan = form.plan.value;
    return {
      ...(read ? { system: read.system } : {}),
      url: read?.url ?? '',
      ...(signsOf(plan) === undefined ? {} : { isDoubtful: true }),
      fields: plan
        ? fieldsOfPlan(plan, values, work.value, form.outcomes.value)
        : fieldsOfValues(values),
      copied: [],
      at: 0,
      from: textsOf(values),
    };
  };
  const keepPack = (next: Pack): void => {
    work.value = { ...work.value, pack: next };
  };
  const openPack = (): void => {
    // Continues a pack already begun. A form read since, or a changed record, makes a new one.
    const { value: read } = form.read;
    const isOld =
      (read !== undefined && (pack?.system === undefined || pack.url !== read.url)) ||
      String(pack?.from) !== String(textsOf(values));
    if (!pack || pack.copied.length === 0 || isOld) keepPack(packOf());
    isPacking.value = true;
  };
  /**
   * Notes each entry and removes it from the work, so that it is not noted again. Returns the last note, or undefined.
   */
  const noteEach = async (given: readonly Left[], way: 'fill' | 'paste') => {
    let last: Given | undefined;
    for (const { system, url, labels, isMeant } of given) {
      const noted = await noteGiven(
        {
          ofKind: of,
          of: record,
          way,
          system,
          labels: [...labels],
          ...(url === '' ? {} : { url }),
        },
        subject,
        services,
        isMeant,
      );
      if (!noted.ok) {
        problem.value = noted.issues[0]?.message;
        return undefined;
      }
      last = noted.value;
      work.value = withoutLeft(work.value, url);
    }
    return last;
  };
  const sent = async (way: 'fill' | 'paste', given: Left): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    await form.lookSent();
    const [last, ...others] = givenAway(work.value, given).toReversed();
    const isNoted = others.length === 0 || (await noteEach(others, 'fill')) !== undefined;
    const noted = last && isNoted ? await noteEach([last], way) : undefined;
    if (!noted) {
      isBusy.value = false;
      return;
    }
    // Busy until the screen goes: a second press would note it again.
    await clip.clear();
    const read = form.read.value;
    if (read) void services.fill().then((fill) => fill.release(read));
    work.value = NO_WORK;
    await open.letGo();
    const { id, seq } = noted;
    session.say({ heading: t('fill.sent.saved', { system: given.system, name }), seq });
    router.go({ ...route, given: id, seq });
  };
  const forget = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    await form.lookSent();
    const left = givenAway(work.value);
    const noted = await noteEach(left, 'fill');
    isBusy.value = false;
    if (left.length > 0 && !noted) return;
    const { typed: _, ...rest } = work.value;
    work.value = rest;
    const systems = left.map(({ system }) => system).join(', ');
    if (noted) session.say({ heading: t('fill.left.kept', { system: systems }), seq: noted.seq });
  };
  const choose = (row: FillRow, choice: FillRow['start']): void => {
    work.value = { ...work.value, choices: { ...work.value.choices, [row.id]: choice } };
  };
  const twinWords = useTwinWords();
  const name = twinWords(subject, ownWords(values) ?? caption);
  const plan = form.plan.value;
  const done = pack ? partsOfPack(pack).sequence : [];
  // Values typed before the pack was opened went the same way.
  const packed = pack
    ? [...new Set([...(typed ? standingLabels(typed) : []), ...labelsGiven(pack)])]
    : [];
  return (
    <div ref={page} class="cp-read">
      <PageHeading caption={caption}>{t('fill.title')}</PageHeading>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <GivenBefore notes={notes} record={record} />
      {isPacking.value && pack ? (
        <PackPanel
          pack={pack}
          clip={clip}
          isForbidden={!mayCopy.value}
          busy={isBusy.value}
          isGiven={packed.length > 0}
          warnings={
            plan ? (
              <WhoseForm plan={plan} name={name} isPack />
            ) : (
              pack.isDoubtful && <WarningText>{t('pack.doubtful', { name })}</WarningText>
            )
          }
          onPack={keepPack}
          onSent={(system) =>
            void sent(pack.copied.length > 0 ? 'paste' : 'fill', {
              system,
              url: pack.url,
              labels: packed,
              ...(typed?.url === pack.url && typed.isMeant ? { isMeant: true } : {}),
            })
          }
          onRestart={() => keepPack({ ...pack, copied: [], at: 0 })}
          onClose={() => {
            isPacking.value = false;
          }}
        />
      ) : (
        <>
          {isPanel ? (
            <FormPanel
              form={form}
              name={name}
              work={work.value}
              busy={isBusy.value}
              onChoice={choose}
              onMeant={(meant) => {
                const { meant: _, ...rest } = work.value;
                work.value = meant === undefined ? { ...rest, choices: {} } : { ...rest, meant };
              }}
              onSent={() => typed && void sent('fill', { ...typed, labels: standingLabels(typed) })}
              onForget={() => void forget()}
            />
          ) : (
            <p class="govuk-body">{t('fill.ask.workspace')}</p>
          )}
          <h2 class="govuk-heading-s">{t('pack.title')}</h2>
          <p class="govuk-body-s">{t('pack.open.hint')}</p>
          <Button kind="secondary" onPress={openPack}>
            {pack && pack.copied.length > 0
              ? t('pack.go-on', { done: pack.copied.length, count: done.length })
              : t('pack.open')}
          </Button>
        </>
      )}
      <UnfinishedStatus work={open} />
      <p class="govuk-body">
        <Button kind="link" onPress={() => router.go({ name: 'subject', subject })}>
          {t('common.back')}
        </Button>
      </p>
    </div>
  );
}

/** The person whom the values are about, by the name and date of birth that tell namesakes apart. */
export function ownWords(values: readonly FillValue[]): string | undefined {
  const name = values.find(({ path }) => path === 'subject.name')?.text;
  const born = values.find(({ path }) => path === 'subject.bornOn');
  return name !== undefined && born !== undefined
    ? t('fill.another.born', { name, date: eitherOf([born.text, ...(born.others ?? [])]) })
    : name;
}

/** All that the values say: a pack made from anything else is out of date. */
function textsOf(values: readonly FillValue[]): readonly string[] {
  return values.flatMap(({ text, others = [] }) => [text, ...others]);
}

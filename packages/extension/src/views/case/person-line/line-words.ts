/** The line about a person in words. */
import {
  type CaseStage,
  type CodeLists,
  codeLabel,
  type DiaryEntry,
  DUE_ACTS,
  type PersonLine,
  writtenDate,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { birthDates, eitherOf } from '../../act/either-of.js';
import { briefDay } from '../../desk/today/when.js';

export function nameWords({ name }: Pick<PersonLine, 'name'>): string {
  return name === '' ? t('line.no-name') : name;
}

export function birthWords({ births }: Pick<PersonLine, 'births'>): string {
  const [only, ...others] = births;
  if (only === undefined) return t('line.born.none');
  return others.length === 0
    ? t('line.born', { date: writtenDate(only) })
    : t('line.born.several', { count: births.length });
}

/** The same for a panel: “b. 2 Sep 2010”, “2 DOBs”. They leave room for a level and an overdue day in one row. */
export function briefBirthWords({ births }: Pick<PersonLine, 'births'>): string {
  const [only, ...others] = births;
  if (only === undefined) return t('line.born.none.short');
  return others.length === 0
    ? t('line.born.short', { date: briefDay(only) })
    : t('line.born.several.short', { count: births.length });
}

/** Every date of birth on record, if there is more than one. */
export function birthsWords({ births }: Pick<PersonLine, 'births'>): string | undefined {
  if (births.length < 2) return undefined;
  return t('line.born.all', { dates: birthDates(births) });
}

export function stageWords(stage: CaseStage, lists: CodeLists): string {
  return stage.name === 'referral'
    ? codeLabel(lists, 'referral-status', stage.status)
    : t(`line.stage.${stage.name}`);
}

export function briefStageWords(stage: CaseStage, lists: CodeLists): string {
  return stage.name === 'identified' ? t('line.stage.identified.short') : stageWords(stage, lists);
}

export function levelWords({
  level,
  isAssessed,
}: Pick<PersonLine, 'level' | 'isAssessed'>): string {
  if (level.length > 0) return t('line.level', { level: eitherOf(level) });
  return t(isAssessed ? 'line.level.not-given' : 'line.level.none');
}

/** The same for a panel, where the day of birth and what is due have no room beside a long one. */
export function briefLevelWords(line: Pick<PersonLine, 'level' | 'isAssessed'>): string {
  if (line.level.length > 1) return eitherOf(line.level);
  return line.level.length === 0 && line.isAssessed
    ? t('line.level.not-given.short')
    : levelWords(line);
}

/** The task as part of a sentence: “follow up a contact”. */
export function taskWords({ act }: Pick<DiaryEntry, 'act'>): string {
  const what: string = DUE_ACTS[act];
  return `${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}

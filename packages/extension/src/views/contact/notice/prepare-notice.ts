/** Prepares the papers of a notice. Loaded late, because it brings the Markdown parsers. */
import {
  FORCE_NOTICE,
  type ForceNotice,
  failed,
  latestNoticeText,
  type NoticeSheet,
  type RecordId,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import {
  noticePaperForVisit,
  servedNoticePaper,
  type TemplateSource,
} from '@cyber-prevent/core/report';
import { t } from '../../../locales/late.js';
import type { OfficerIdentity, Services, VaultKind } from '../../../ports/services.js';
import {
  recalledTemplate,
  recalledWords,
  templatesOfPacks,
} from '../../paper/offered-documents.js';
import { type OfferedPapers, prepareAt, prepareDocument } from '../../paper/prepare.js';

export type Paper = 'notice' | 'follow-up';

export interface WantedPaper {
  readonly subject: RecordId;
  /** The notice that was served; absent before a visit. */
  readonly notice?: StoredRecord<'ceaseAndDesist'> | undefined;
  readonly paper: Paper;
  /** Before a visit: the force's paper, and the telephone number that is to stand on it. */
  readonly force: ForceNotice;
  readonly contact: string;
}

export async function prepareNotice(
  records: readonly StoredRecord[],
  wanted: WantedPaper,
  services: Pick<Services, 'lists' | 'today' | 'policy'>,
  open: { readonly officer: OfficerIdentity; readonly kind: VaultKind },
): Promise<Result<OfferedPapers>> {
  const { subject, notice, paper } = wanted;
  const more = notice ? { include: { notice: notice.id } } : { sheet: sheetOf(wanted) };
  const file = { records, subject, more };
  if (notice && paper === 'follow-up')
    return prepareAt('notice-follow-up', t('notice.gone'), file, services, open);
  const source = sourceOf(wanted);
  if (!source)
    return failed({ code: 'notice-not-kept', severity: 'error', message: t('notice.gone') });
  // What was served is printed as it was; a recall stops what would be handed over next.
  const recall = notice
    ? undefined
    : recalledTemplate(source.id, await templatesOfPacks(services.policy));
  if (recall)
    return failed({
      code: 'template-recalled',
      severity: 'error',
      message: recalledWords(recall),
    });
  return prepareDocument(source, t('notice.gone'), file, services, open);
}

/** The paper has room for what is not among it. */
function sheetOf({ force: { letterhead, own }, contact }: WantedPaper): NoticeSheet {
  const typed = contact.trim();
  return {
    ...own,
    ...(letterhead === undefined ? {} : { from: letterhead }),
    ...(typed === '' ? {} : { contact: typed }),
  };
}

function sourceOf({ notice, force }: WantedPaper): TemplateSource | undefined {
  return notice
    ? servedNoticePaper(notice.value)
    : noticePaperForVisit(force.own ? FORCE_NOTICE : (latestNoticeText()?.code ?? ''));
}

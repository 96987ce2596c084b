/** The reading of a chosen file: its columns, then its rows. */
import { failed, type Issue, type PlainDate, passed, type Result } from '@cyber-prevent/core';
import type { FieldPath, ImportColumn } from '@cyber-prevent/core/plugin';
import { t } from '../../../locales/late.js';
import type { FileImporter, FileService, ReadOptions } from '../../../sandbox/file/file-service.js';
import { type BroughtIn, broughtIn } from './brought-in.js';

/** A file larger than this is refused before it is read into memory; each importer has its own bound below. */
const LARGEST_FILE = 64 * 1024 * 1024;

type Terms = Pick<ReadOptions, 'onProgress' | 'signal'> & { readonly today: PlainDate };

/** Never rejects. A table whose headings nobody knows comes back without rows: the officer says what they hold. */
export async function readChosen(
  service: FileService,
  file: File,
  importer: FileImporter,
  terms: Terms,
): Promise<Result<BroughtIn>> {
  if (file.size > LARGEST_FILE) return failed(fault('file-too-large', t('bring-in.too-large')));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return failed(fault('file-gone', t('bring-in.gone')));
  }
  const asked = { importer: importer.id, bytes, today: terms.today };
  const columns = importer.hasColumns ? await service.columns(asked) : passed([]);
  if (terms.signal?.aborted) return failed(fault('file-stopped', t('bring-in.stopped')));
  const read = await service.read(asked, terms);
  const common = { name: file.name, bytes, importer };
  if (read.ok)
    return passed(
      await broughtIn(
        { ...common, columns: columns.ok ? columns.value : [], issues: read.issues },
        read.value,
        terms.today,
      ),
    );
  return columns.ok && columns.value.length > 0 && isOfHeadings(read.issues)
    ? passed(
        await broughtIn(
          { ...common, columns: columns.value, issues: read.issues },
          [],
          terms.today,
        ),
      )
    : read;
}

/** Reads the same file again, by what the officer says that its columns hold. */
export async function readByColumns(
  service: FileService,
  file: BroughtIn,
  said: readonly (FieldPath | undefined)[],
  terms: Terms,
): Promise<Result<BroughtIn>> {
  const { name, bytes, importer } = file;
  const read = await service.read(
    { importer: importer.id, bytes, today: terms.today },
    { ...terms, columns: said },
  );
  if (!read.ok) return read;
  const columns = file.columns.map(({ heading, first }, at): ImportColumn => {
    const path = said[at];
    return { heading, first, ...(path ? { path } : {}) };
  });
  const again = await broughtIn(
    { name, bytes, importer, columns, issues: read.issues },
    read.value,
    terms.today,
  );
  return passed({ ...again, opened: file.opened, filed: file.filed, isSaid: true });
}

function isOfHeadings(issues: readonly Issue[]): boolean {
  return issues.every(({ code }) => code === 'headings-unknown');
}

function fault(code: string, message: string): Issue {
  return { code, severity: 'error', message };
}

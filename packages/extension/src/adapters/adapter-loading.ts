/** Loads adapter files and packs, and exports them. Imported when an officer does either. */

import {
  type Adapter,
  adaptersInUse,
  checkAdapter,
  failed,
  type Issue,
  passed,
  type Result,
} from '@cyber-prevent/core';
import {
  adapterFile,
  adapterPack,
  checkAdapterFile,
  checkAdapterPack,
} from '@cyber-prevent/core/teach';
import type {
  AdapterService,
  ListedAdapter,
  LoadedFile,
  OpenedAdapter,
  OpenedFile,
} from '../ports/adapters.js';
import {
  FILES_KEY,
  fileKey,
  filesIn,
  idOf,
  OFF_KEY,
  SIGNERS_KEY,
  signersIn,
  switchesIn,
  textOf,
  without,
} from './adapter-files.js';
import type { AdapterServiceOptions } from './adapter-options.js';
import { verifySigned } from './verify-pack.js';

export type AdapterLoading = Omit<AdapterService, 'inUse' | 'list' | 'note'>;

interface LoadingOptions extends AdapterServiceOptions {
  readonly gather: AdapterService['list'];
}

export function adapterLoading(options: LoadingOptions): AdapterLoading {
  const { work, vault, host, prove, gather } = options;

  async function change<T>(
    key: string,
    read: (value: unknown) => readonly T[],
    next: (held: readonly T[]) => readonly T[],
  ): Promise<Result<unknown>> {
    const held = await work.load(key);
    return work.save(key, next(read(held?.value)), held?.version ?? 0);
  }
  const openOne = async (file: string): Promise<Result<OpenedAdapter>> => {
    const proved = await prove(file);
    if (!proved.ok) return proved;
    const { isProved, message, pages } = proved.value;
    // The page in the file may have compromised the worker that ran it: the adapter is checked here.
    const adapter = checkAdapter(proved.value.adapter);
    if (!adapter.ok) return adapter;
    const ousts = oustedBy(adapter.value, (await gather()).listed);
    const opened = { adapter: adapter.value, file, isProved, message, pages };
    return passed(ousts ? { ...opened, ousts } : opened);
  };
  const openPack = async (text: string): Promise<Result<OpenedFile>> => {
    const pack = await checkAdapterPack(text, { verify: verifySigned, digest: host.digest });
    if (!pack.ok) return pack;
    const { title, by, madeAt, fingerprint, files } = pack.value;
    const adapters: OpenedAdapter[] = [];
    for (const { adapter, fixtures } of files) {
      const opened = await openOne(adapterFile(adapter, fixtures));
      if (!opened.ok) return opened;
      adapters.push(opened.value);
    }
    const { card } = await vault.colleagueCard();
    const known = signersIn((await work.load(SIGNERS_KEY))?.value);
    const { name, force, signingKey } = by;
    // A compared key is known under the name that it was compared for.
    const isKnown = [card, ...known].some(
      (each) => each.signingKey === signingKey && each.name === name && each.force === force,
    );
    return passed({
      adapters,
      by: { title, name, force, signingKey, madeAt, fingerprint: [...fingerprint], isKnown },
    });
  };
  const loading: AdapterLoading = {
    async open(text) {
      if (isPack(text)) return openPack(text);
      const opened = await openOne(text);
      return opened.ok ? passed({ adapters: [opened.value] }) : opened;
    },
    async take({ adapters, by }) {
      const held = filesIn((await work.load(FILES_KEY))?.value);
      const older = adapters.flatMap(({ adapter }) => notNewer(adapter, held));
      if (older.length > 0) return failed(...older);
      const at = host.clock.now();
      const files = adapters.map(({ adapter, file, isProved, message, pages }): LoadedFile => {
        if (pages === 0 && !by) return isFile(file) ? JSON.stringify(adapter) : file;
        return {
          text: JSON.stringify(adapter),
          proved: { at, isProved, message },
          hasFile: pages > 0,
          ...(by ? { by: { name: by.name, force: by.force, fingerprint: by.fingerprint } } : {}),
        };
      });
      for (const { adapter, file, pages } of adapters) {
        const key = fileKey(adapter.id);
        if (pages > 0) await work.save(key, file, (await work.load(key))?.version ?? 0);
        else await work.discard(key);
      }
      const ids = adapters.map(({ adapter }) => adapter.id);
      const kept = await change(FILES_KEY, filesIn, (before) => [
        ...ids.reduce(without, before),
        ...files,
      ]);
      if (!kept.ok) return kept;
      if (by && !by.isKnown) {
        const { signingKey, name, force } = by;
        await change(SIGNERS_KEY, signersIn, (all) => [...all, { signingKey, name, force }]);
      }
      await gather();
      return passed(adapters.map(({ adapter }) => adapter));
    },
    async load(text) {
      const opened = await loading.open(text);
      if (!opened.ok) return opened;
      const taken = await loading.take(opened.value);
      const [adapter] = opened.value.adapters;
      if (!taken.ok) return taken;
      return adapter ? passed(adapter.adapter) : failed(NOT_KEPT);
    },
    async remove(id) {
      await change(FILES_KEY, filesIn, (files) => without(files, id));
      await work.discard(fileKey(id));
      await gather();
    },
    async switchOff({ id, version }, isOff) {
      await change(OFF_KEY, switchesIn, (all) => [
        ...all.filter((each) => each.id !== id || each.versions !== version),
        ...(isOff ? [{ id, versions: version }] : []),
      ]);
      await gather();
    },
    async fileOf({ adapter, from, file }) {
      const held =
        from === 'file' && file?.hasFile ? await work.load(fileKey(adapter.id)) : undefined;
      return typeof held?.value === 'string' ? held.value : adapterFile(adapter, []);
    },
    async pack(listed, title) {
      const files = [];
      for (const each of listed) {
        const file = checkAdapterFile(await loading.fileOf(each));
        if (!file.ok) return file;
        files.push(file.value);
      }
      const { card } = await vault.colleagueCard();
      const { name, force, signingKey, officer } = card;
      const signer = { officer, sign: (text: string) => vault.signPack(text) };
      const about = { title, name, force, signingKey, madeAt: host.clock.now() };
      return passed(await adapterPack(files, signer, about));
    },
  };
  return loading;
}

function isPack(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    return isRecord(read) && read.format === 'cyber-prevent/adapter-pack';
  } catch {
    return false;
  }
}

/** True for a file, which has recorded pages, or room for them. */
function isFile(text: string): boolean {
  const read: unknown = JSON.parse(text);
  return isRecord(read) && 'format' in read;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function oustedBy(adapter: Adapter, listed: readonly ListedAdapter[]): ListedAdapter | undefined {
  const given = listed.find(
    (each) => each.isInUse && each.from !== 'file' && each.adapter.id === adapter.id,
  );
  return given && adaptersInUse([[given.adapter], [adapter]])[0] === adapter ? given : undefined;
}

/** Refuses an older version of the same id; the same version again must be the same adapter. */
function notNewer(adapter: Adapter, held: readonly LoadedFile[]): readonly Issue[] {
  const before = held.find((each) => idOf(each) === adapter.id);
  const checked = before === undefined ? undefined : checkAdapter(textOf(before));
  if (!checked?.ok) return [];
  const { version } = checked.value;
  const [newest] = adaptersInUse([[adapter], [checked.value]]);
  const isSame = JSON.stringify(checked.value) === JSON.stringify(adapter);
  if (newest === adapter || isSame) return [];
  return [
    {
      code: 'adapter-not-newer',
      severity: 'error',
      message:
        version !== adapter.version
          ? `Version ${version} of “${adapter.title}” is loaded, and this file has version ${adapter.version}. Remove the loaded one first, if you want the older.`
          : `Another adapter of version ${adapter.version} is loaded for “${adapter.title}”. Ask for the file with a higher version, or remove the loaded one first.`,
    },
  ];
}

const NOT_KEPT: Issue = {
  code: 'adapter-invalid',
  severity: 'error',
  message: 'There is no adapter in this file.',
};

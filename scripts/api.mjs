#!/usr/bin/env node
/**
 * The core's public interface as a report that is reviewed like code. `--accept` writes it; without it, a difference
 * fails. An undocumented public function always fails.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const core = resolve(import.meta.dirname, '../packages/core');
const require = createRequire(join(core, 'package.json'));
const { Extractor, ExtractorConfig } = require('@microsoft/api-extractor');

const accept = process.argv.includes('--accept');
mkdirSync(join(core, 'api'), { recursive: true });
mkdirSync(join(core, 'temp'), { recursive: true });

/**
 * True if the two reports differ only in the order of the members of a union: the compiler writes them in the order of
 * its visit, which varies between builds.
 */
function isReordered({ reportFilePath, reportTempFilePath }) {
  const [now, kept] = [reportTempFilePath, reportFilePath].map((file) =>
    readFileSync(file, 'utf8').replaceAll(/"[^"\n]*"(?: \| "[^"\n]*")+/g, (union) =>
      union.split(' | ').sort().join(' | '),
    ),
  );
  return now === kept;
}

let failed = false;
for (const entry of [
  'index',
  'page/index',
  'page/html',
  'capture/index',
  'capture/teach',
  'match/index',
  'desk/find/index',
  'fill/index',
  'report/index',
  'pack/index',
  'plugin/index',
  'testing/index',
]) {
  const file = join(core, 'dist', `${entry}.d.ts`);
  if (!existsSync(file)) {
    console.error(`${entry}: not built; run pnpm build first`);
    process.exit(1);
  }
  const config = ExtractorConfig.prepare({
    configObjectFullPath: join(core, 'api-extractor.json'),
    packageJsonFullPath: join(core, 'package.json'),
    configObject: {
      projectFolder: core,
      mainEntryPointFilePath: file,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2023',
            module: 'NodeNext',
            moduleResolution: 'NodeNext',
            lib: ['ES2023', 'DOM'],
            types: ['node'],
            skipLibCheck: true,
            strict: true,
          },
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${entry.replace('/index', '').replace('/', '-')}.api.md`,
        reportFolder: join(core, 'api'),
        reportTempFolder: join(core, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'warning' } },
        extractorMessageReporting: {
          default: { logLevel: 'none' },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
  const result = Extractor.invoke(config, { localBuild: accept, showVerboseMessages: false });
  const isSame =
    !result.apiReportChanged || accept || (result.errorCount === 0 && isReordered(config));
  if (!isSame || result.errorCount > 0) {
    console.error(
      `${entry}: the public interface changed; look at the difference, then pnpm api --accept`,
    );
    failed = true;
  }
  const report = readFileSync(config.reportTempFilePath, 'utf8');
  for (const [, name] of report.matchAll(/\(undocumented\)\r?\nexport function (\w+)/g)) {
    console.error(
      `${entry}: ${name} is public and says nothing of what it does; write it above the function`,
    );
    failed = true;
  }
}
process.exit(failed ? 1 : 0);

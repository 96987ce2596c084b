#!/usr/bin/env node
/**
 * Type-checks every part that has its own tsconfig, two at a time.
 *
 * A file is checked with the settings of each part that includes it. Other parts only read it: most of the time would
 * otherwise go into checking the core again for every plugin. A file that no part includes is checked by each part that
 * reads it. `temp/types` keeps the results, so that the next run checks only files that a change can affect.
 */
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import ts from 'typescript';

const RESULTS = 'temp/types';
const AT_ONCE = Math.min(2, availableParallelism());

function findParts() {
  const paths = globSync([
    'packages/*/tsconfig*.json',
    'packages/plugins/*/tsconfig.json',
    'examples/*/tsconfig.json',
    'packages/extension/e2e/tsconfig.json',
    'bench/tsconfig.json',
    'assure/tsconfig.json',
    'tsconfig.json',
  ]);
  // `tsconfig.type-test.json` is for Vitest; `tsconfig.test.json` includes its files.
  return paths.filter((path) => !path.endsWith('tsconfig.type-test.json'));
}

function readConfig(part) {
  const tsBuildInfoFile = resolve(RESULTS, `${part.replaceAll(/[\\/]/g, '-')}.tsbuildinfo`);
  return ts.getParsedCommandLineOfConfigFile(
    part,
    { incremental: true, tsBuildInfoFile },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic({ messageText }) {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
}

const parsed = new Map();
const registry = ts.createDocumentRegistry();

/** A compiler host that parses a file once for all parts with the same parse settings. */
function hostFor(options) {
  const host = ts.createIncrementalCompilerHost(options);
  // The same as in tsc: comments have no types in TypeScript files.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  const parse = host.getSourceFile.bind(host);
  const settings = registry.getKeyForCompilationSettings(options);
  host.getSourceFile = (fileName, how, ...rest) => {
    // Declarations and data do not depend on the settings.
    const isSettled = /\.(d\.[cm]?ts|json)$/.test(fileName);
    const key = [fileName, how.impliedNodeFormat, isSettled ? '' : settings].join('|');
    if (!parsed.has(key)) parsed.set(key, parse(fileName, how, ...rest));
    return parsed.get(key);
  };
  return host;
}

/** Checks in the order of tsc, and stops like it at the first kind of error that occurs. */
function findTrouble(part, included) {
  const { fileNames, options, errors } = readConfig(part);
  const program = ts.createIncrementalProgram({
    rootNames: fileNames,
    options,
    configFileParsingDiagnostics: errors,
    host: hostFor(options),
  });
  const own = new Set(fileNames);
  const isOnlyRead = ({ fileName }) => included.has(fileName) && !own.has(fileName);
  let trouble = [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getSyntacticDiagnostics(),
  ];
  if (trouble.length === 0)
    trouble = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  if (trouble.length === 0) {
    // Drops each result that a change can affect; otherwise an outdated one would be used.
    while (program.getSemanticDiagnosticsOfNextAffectedFile(undefined, isOnlyRead));
    const checked = program.getSourceFiles().filter((file) => !isOnlyRead(file));
    trouble = checked.flatMap((file) => program.getSemanticDiagnostics(file));
  }
  program.emit();
  return ts.sortAndDeduplicateDiagnostics(trouble);
}

function writtenTrouble(trouble, isPretty) {
  const write = isPretty ? ts.formatDiagnosticsWithColorAndContext : ts.formatDiagnostics;
  return write(trouble, {
    getCanonicalFileName: (fileName) => fileName,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => '\n',
  });
}

/** Starts the parts, the largest first, and prints the result of each when it ends. */
async function checkAll() {
  const parts = findParts().map((part) => ({ part, files: readConfig(part).fileNames }));
  const queue = parts.sort((a, b) => b.files.length - a.files.length).map(({ part }) => part);
  const included = new Set(parts.flatMap(({ files }) => files));
  const isPretty = process.stdout.isTTY;
  const startWorker = () =>
    new Worker(new URL(import.meta.url), { workerData: { included, isPretty } });
  let failed = 0;
  async function work() {
    let worker = startWorker();
    for (let part = queue.shift(); part; part = queue.shift()) {
      let trouble;
      try {
        worker.postMessage(part);
        [trouble] = await once(worker, 'message');
      } catch (error) {
        trouble = `${error.stack}\n`;
        worker = startWorker();
      }
      console.log(`${trouble}${trouble === '' ? 'ok  ' : 'FAIL'} ${part}`);
      if (trouble !== '') failed += 1;
    }
    await worker.terminate();
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  process.exitCode = failed === 0 ? 0 : 1;
}

if (isMainThread) await checkAll();
else {
  const { included, isPretty } = workerData;
  parentPort.on('message', (part) =>
    parentPort.postMessage(writtenTrouble(findTrouble(part, included), isPretty)),
  );
}

#!/usr/bin/env node
/** `pnpm open-searches FILE --key FILE`: prints an exported log with the words of its searches. */
import { runCommand } from './run-command.mjs';

await runCommand('packages/core/src/cli/open-searches.ts');

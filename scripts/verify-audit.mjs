#!/usr/bin/env node
/** `pnpm verify-audit FILE [--checkpoint FILE] [--json]`: checks an audit file. */
import { runCommand } from './run-command.mjs';

await runCommand('packages/core/src/cli/verify-audit.ts');

#!/usr/bin/env node
/**
 * `pnpm score --instrument FILE --answers FILE [--json]`: scores answers by an instrument. Runs the source, like
 * `verify-audit`.
 */
import { runCommand } from './run-command.mjs';

await runCommand('packages/core/src/cli/score.ts');

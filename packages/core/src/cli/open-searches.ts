#!/usr/bin/env node
import { openSearchesCommand } from './open-searches-command.js';

process.exitCode = await openSearchesCommand(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
});

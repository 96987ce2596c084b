#!/usr/bin/env node
import { verifyAuditCommand } from './verify-audit-command.js';

process.exitCode = await verifyAuditCommand(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
});

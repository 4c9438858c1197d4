#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/apps/cli/src/main.js', import.meta.url);
const pinned = createRequire(import.meta.url)('node/package.json').version;
const major = (version) => Number(version.split('.')[0]);

if (major(process.versions.node) >= major(pinned)) {
  await import(main.href);
} else {
  // A shell outside npm finds the machine's own Node, which may be too old: hand over to the pinned one.
  const executable = process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node';
  const node = createRequire(import.meta.url).resolve(executable);
  const { status, signal, error } = spawnSync(node, [fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (error) throw error;
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status;
}

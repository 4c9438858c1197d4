#!/usr/bin/env -S node --max-semi-space-size=32
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** MiB for what lives shortly: a verification reads and forgets whole logs, and collects less often with room for it. */
const room = '--max-semi-space-size=32';
const main = new URL('../dist/apps/cli/src/main.js', import.meta.url);
const pinned = createRequire(import.meta.url)('node/package.json').version;
const major = (version) => Number(version.split('.')[0]);

if (major(process.versions.node) >= major(pinned)) {
  await import(main.href);
} else {
  // A shell outside npm finds the machine's own Node, which may be too old: hand over to the pinned one.
  const executable = process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node';
  const node = createRequire(import.meta.url).resolve(executable);
  const { status, signal, error } = spawnSync(node, [room, fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (error) throw error;
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status;
}

import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiles the sources into dist, from nothing: output of a deleted source must not live on.
// Folders may be missing when only the dependencies are laid out, as in a container's first layer.
const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['apps', 'libs', 'bench'].filter((folder) => existsSync(`${root}/${folder}`));
const swc = createRequire(import.meta.url).resolve('@swc/cli/bin/swc.js');

rmSync(`${root}/dist`, { recursive: true, force: true });
if (sources.length > 0) {
  const flags = ['--out-dir', 'dist', '--copy-files', '--ignore', '**/*.spec.ts', '--quiet'];
  execFileSync(process.execPath, [swc, ...sources, ...flags], { cwd: root, stdio: 'inherit' });
}

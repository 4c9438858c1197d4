import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { houseFindings, lintFindings, sources } from './docker-file.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: { node: string } };

const dockerfile = read('Dockerfile');
const surroundings = { node: dependencies.node, ignored: read('.dockerignore') };

describe('the Dockerfile', () => {
  it('can be built, as far as its text tells', () => {
    expect(lintFindings(dockerfile)).toEqual([]);
  });

  it('is as careful as the house', () => {
    expect(houseFindings(dockerfile, surroundings)).toEqual([]);
  });

  it('copies what is there', () => {
    const copied = sources(DockerfileParser.parse(dockerfile));

    expect(copied).toContain('package-lock.json');
    expect(copied.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });
});

describe('the linter', () => {
  it.each([
    ['FROM node:24\nRUNN true', 'line 2: Unknown instruction: RUNN'],
    ['FROM node:24\nEXPOSE 99999x', 'line 2: Invalid containerPort: 99999x'],
    ['FROM node:24\nHEALTHCHECK --interval=soon CMD true', 'line 2:'],
    ['RUN true', 'line 1: No source image'],
  ])('refuses %j', (text, finding) => {
    expect(lintFindings(text).join('\n')).toContain(finding);
  });
});

describe('the house', () => {
  it.each([
    [
      `node:${dependencies.node}-bookworm-slim\nENV`,
      'node:latest\nENV',
      `node:latest is not Node ${dependencies.node}`,
    ],
    ['npm ci --omit=dev --ignore-scripts', 'npm ci --omit=dev', 'npm ci --omit=dev runs scripts'],
    ['COPY libs', 'COPY docs', "docs is not in the build's context"],
    ['USER 1000:1000\n', '', 'it runs as root'],
    ['USER 1000:1000', 'USER 0', 'it runs as root'],
    ['USER 1000:1000', 'USER node', 'it runs as root'],
    ['HEALTHCHECK', '# HEALTHCHECK', 'it has no health check'],
    [
      'CMD ["node", "dist/apps/api/src/main.js"]',
      'CMD node dist/apps/api/src/main.js',
      'its program gets no signals',
    ],
  ])('objects where %j has become %j', (good, bad, finding) => {
    const findings = houseFindings(dockerfile.replace(good, bad), surroundings);

    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(finding);
  });
});

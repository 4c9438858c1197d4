import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

// Collects what the comments say of routes and their fields, for the description of the API: comments are gone from
// what runs. With --check it only compares, and fails where the collected file is not what the comments say now.
const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}/apps/api/src/openapi/descriptions.json`;

/** Every class of the HTTP side by its name: its base, its members' comments, the types of its methods' parameters. */
const classes = new Map(
  globSync('{apps,libs}/*/src/**/*.http.ts', { cwd: root })
    .filter((path) => !path.includes('/testing/'))
    .flatMap((path) => {
      const text = readFileSync(`${root}/${path}`, 'utf8');
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      return source.statements.filter(ts.isClassDeclaration).map((node) => [node.name.text, node]);
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** A class's members by name, inherited ones first. */
function membersOf(name) {
  const node = classes.get(name);
  if (!node) return new Map();
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const own = node.members.filter((member) => member.name).map((member) => [member.name.getText(), member]);
  return new Map([...membersOf(base?.expression.getText()), ...own]);
}

/** The first paragraph of a member's comment, on one line. */
function commentOf(member) {
  const comment = ts.getTextOfJSDocComment(member.jsDoc?.at(-1)?.comment) ?? '';
  const [paragraph] = comment.replaceAll(/\{@link ([^}]+)\}/g, '$1').split(/\n\s*\n/);
  return paragraph.replaceAll(/\s*\n\s*/g, ' ');
}

/** What the comments of a class say, by `Class.member`; for routes also of their parameters, by `Class.method?name`. */
function descriptionsOf(name) {
  return [...membersOf(name)].flatMap(([key, member]) => {
    const own = [`${name}.${key}`, commentOf(member)];
    if (!ts.isMethodDeclaration(member)) return [own];
    const types = member.parameters
      .map(({ type }) => type?.getText())
      .filter((type) => /(Params|Query)$/.test(type));
    const parameters = types.flatMap((type) =>
      [...membersOf(type)].map(([field, of]) => [`${name}.${key}?${field}`, commentOf(of)]),
    );
    return [own, ...parameters];
  });
}

const entries = [...classes.keys()].flatMap(descriptionsOf).filter(([, comment]) => comment !== '');
const text = JSON.stringify(Object.fromEntries(entries));
const formatted = await format(text, { ...(await resolveConfig(target)), parser: 'json' });

if (!process.argv.includes('--check')) writeFileSync(target, formatted);
else if (readFileSync(target, 'utf8') !== formatted) {
  console.error('The description of the API is not what the comments say: run `npm run describe:api`.');
  process.exitCode = 1;
}

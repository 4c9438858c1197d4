import { DockerfileParser, type Dockerfile, type From } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

/** What is wrong with a Dockerfile, one sentence each. */
export type Finding = string;

/** Where it is no Dockerfile that can be built, or uses what is deprecated. */
export function lintFindings(text: string): Finding[] {
  return validate(text, {}).map(({ message, range }) => {
    const words = typeof message === 'string' ? message : message.value;
    return `line ${range.start.line + 1}: ${words}`;
  });
}

export interface Surroundings {
  /** The Node that the project pins. */
  readonly node: string;
  /** The `.dockerignore` beside it. */
  readonly ignored: string;
}

/** Where it is less careful than this house is. */
export function houseFindings(text: string, { node, ignored }: Surroundings): Finding[] {
  const file = DockerfileParser.parse(text);
  const otherBases = file
    .getFROMs()
    .map((from) => from.getImage() ?? '')
    .filter((image) => !image.startsWith(`node:${node}-`))
    .map((image) => `${image} is not Node ${node}`);
  return [
    ...otherBases,
    ...carelessInstalls(text),
    ...hiddenSources(file, ignored),
    ...lastStageFindings(file),
  ];
}

/** Install scripts are other people's programs; what development needs is not shipped. */
function carelessInstalls(text: string): Finding[] {
  const installs = text.match(/npm (?:ci|install)\b[^\n&]*/g) ?? [];
  return installs
    .filter((command) => !['--ignore-scripts', '--omit=dev'].every((flag) => command.includes(flag)))
    .map((command) => `${command} runs scripts or installs what development needs`);
}

/** A source that the `.dockerignore` does not let through is missing from the build. */
function hiddenSources(file: Dockerfile, ignored: string): Finding[] {
  const allowed = new Set(ignored.split('\n').map((line) => line.trim()));
  return sources(file)
    .filter((source) => !allowed.has(`!${source}`))
    .map((source) => `${source} is not in the build's context`);
}

/** What is copied out of the build's context, as paths from it. */
export function sources(file: Dockerfile): string[] {
  return file
    .getCOPYs()
    .filter((copy) => copy.getFromFlag() === null)
    .flatMap((copy) => copy.getArguments().slice(0, -1))
    .map((argument) => argument.getValue());
}

function lastStageFindings(file: Dockerfile): Finding[] {
  const start = file.getFROMs().at(-1) as From;
  const stage = file
    .getInstructions()
    .filter((instruction) => instruction.getRange().start.line > start.getRange().start.line);
  const argumentsOf = (keyword: string) =>
    stage.findLast((instruction) => instruction.getKeyword() === keyword)?.getArgumentsContent() ?? '';
  return [
    /^[1-9]\d*(?::|$)/.test(argumentsOf('USER')) ? '' : 'it runs as root, or as somebody without a number',
    argumentsOf('HEALTHCHECK') === '' ? 'it has no health check' : '',
    argumentsOf('CMD').startsWith('[') ? '' : 'its program gets no signals, being started by a shell',
  ].filter((finding) => finding !== '');
}

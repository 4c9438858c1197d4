import { EventStore } from '#libs/event-store';
import { readConfig, startServer, type RunningServer } from '#apps/api';
import type { CliCommand } from '../cli-command.js';
import { demoRequests } from '../demo/demo-requests.js';
import { loadDemo } from '../demo/load-demo.js';
import { readReference, type Reference } from '../demo/reference.js';
import { showDemo } from '../demo/show-demo.js';
import { startProgress } from '../progress.js';
import { untilInterrupted, type Terminal } from '../terminal.js';

export const demo: CliCommand = (program, terminal) => {
  program
    .command('demo')
    .description('Läser in en verklig nämnds år, visar dem och startar sedan servern.')
    .option('--exit', 'avsluta när allt är visat')
    .action(({ exit = false }: { readonly exit?: boolean }) => runDemo(terminal, exit));
};

async function runDemo(terminal: Terminal, exit: boolean): Promise<void> {
  // What the demo itself makes the server do is not worth a line among the tables.
  const server = await startServer({ ...readConfig(), logLevel: 'error' });
  try {
    const reference = readReference();
    const afterPosition = await fill(server, reference, terminal);
    const sections = await showDemo(server.app, reference, { afterPosition });
    for (const section of sections) terminal.print(`\n${section}`);
    if (exit) return;
    terminal.print(
      `\nParagraf svarar på ${server.url}; beskrivningen finns på ${server.url}/docs. Avsluta med Ctrl+C.`,
    );
    await untilInterrupted(terminal);
  } finally {
    await server.stop();
  }
}

/** Sends the commands that were not sent before. Answers the position that every view has to reach. */
async function fill(server: RunningServer, reference: Reference, terminal: Terminal): Promise<string> {
  const { name, id } = reference.municipality;
  const requests = demoRequests(reference);
  const before = await headOf(server, id);
  const progress = startProgress(name, terminal);
  const loaded = await loadDemo(server.url, requests, (done) =>
    progress.reached(done, requests.length),
  ).finally(() => progress.stop());
  const after = await headOf(server, id);
  terminal.print(
    before === after
      ? `${name}: uppgifterna fanns redan, och inget lästes in igen.`
      : `${name}: ${loaded.sent} registreringar ur kommunens årsbokslut och budget, skickade som en användare gör det.`,
  );
  return after ?? loaded.position;
}

async function headOf({ app }: RunningServer, tenant: string): Promise<string | undefined> {
  const heads = await app.get(EventStore).heads();
  return heads.find((head) => head.tenant === tenant)?.position;
}

import 'reflect-metadata';
import { commands } from './commands/index.js';
import { runCli } from './run-cli.js';
import { openTerminal } from './terminal.js';

process.exitCode = await runCli(commands, process.argv.slice(2), openTerminal());

import type { Command } from 'commander';
import type { Terminal } from './terminal.js';

/** A command of `paragraf`: adds itself to the program. One file a command, listed in `commands/index.ts`. */
export type CliCommand = (program: Command, terminal: Terminal) => void;

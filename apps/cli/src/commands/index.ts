import type { CliCommand } from '../cli-command.js';
import { events } from './events.js';
import { rebuild } from './rebuild.js';
import { verifyReadModels } from './verify-read-models.js';

/** Every command of `paragraf`, in the order in which the help lists them. */
export const commands: readonly CliCommand[] = [events, rebuild, verifyReadModels];

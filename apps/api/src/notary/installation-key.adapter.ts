import { NotarySigner } from '#libs/notary';
import type { Config } from '../settings.js';
import { openNotaryKey, type NotaryKey } from './open-notary-key.adapter.js';

/** What a process does as a notary: it follows the logs where the settings say so, signs when it is told to, or nothing. */
export type NotaryRole = 'follows' | 'signs' | 'nothing';

/** The installation's key, as far as the process has any use for it. */
export class InstallationKey {
  /** Null before `open`, and without a key. */
  opened: NotaryKey | null = null;

  constructor(
    private readonly config: Config,
    readonly role: NotaryRole,
  ) {}

  /** Whether the process notarises all the time. */
  get follows(): boolean {
    return this.role === 'follows' && this.config.notary.run;
  }

  async open(): Promise<NotarySigner | null> {
    if (this.role === 'nothing') return null;
    this.opened = await openNotaryKey(this.config, this.follows || this.role === 'signs');
    return this.opened && new NotarySigner(this.config.notary.origin, this.opened.key);
  }
}

import type { EventStore } from '#libs/event-store';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Cosigning } from './cosigning.adapter.js';
import type { Cosigner } from './cosigner.js';
import type { NotaryLog } from './notary-log.js';
import { defaultSettings, type NotarySettings } from './settings.js';
import type { NotarySigner } from './signer.js';

export interface NotaryOptions {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly signer: NotarySigner;
  readonly cosigners?: readonly Cosigner[];
  readonly settings?: Partial<NotarySettings>;
  readonly log?: NotaryLog;
  /** Asked for the time of signing, and for what it makes due. */
  readonly now?: () => Date;
}

/** What the parts of a notary work with. */
export interface NotaryMeans {
  readonly store: EventStore;
  readonly manager: EntityManager;
  readonly signer: NotarySigner;
  readonly cosigning: Cosigning;
  readonly settings: NotarySettings;
  readonly log: NotaryLog;
  readonly now: () => Date;
}

export function notaryMeans(options: NotaryOptions): NotaryMeans {
  const { store, dataSource, signer, cosigners = [] } = options;
  const { log = new Logger('Notary'), now = () => new Date() } = options;
  const { manager } = dataSource;
  const settings = { ...defaultSettings, ...options.settings };
  const cosigning = new Cosigning({ store, manager, cosigners, log, pauseMs: settings.cosignerPauseMs });
  return { store, manager, signer, cosigning, settings, log, now };
}

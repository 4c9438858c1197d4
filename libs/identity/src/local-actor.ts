import type { Actor } from '#libs/kernel';
import { ActorResolver } from './actor-resolver.js';

/** Every request is the one actor that the settings name. */
export class LocalActor extends ActorResolver {
  constructor(private readonly actor: Actor) {
    super();
  }

  resolve(): Promise<Actor> {
    return Promise.resolve(this.actor);
  }
}

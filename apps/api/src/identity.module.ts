import { Module, type DynamicModule } from '@nestjs/common';
import { ActorResolver, LocalActor } from '#libs/identity';
import type { Actor } from '#libs/kernel';

/** Who acts. Today the one actor of the settings; a verified token can take its place here. */
@Module({})
export class IdentityModule {
  static forRoot(actor: Actor): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [{ provide: ActorResolver, useValue: new LocalActor(actor) }],
      exports: [ActorResolver],
    };
  }
}

import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ErasureRegister } from '#libs/event-store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Observable, tap } from 'rxjs';
import { AskedStreams, type Asked } from './asked-streams.adapter.js';
import { erasedIn, pathOfErasures } from './erased-in.js';

/**
 * Says in the headers of an answer, found or not, that events have been erased in the streams that it is made of: a
 * view that lacks something must not look as if it had never been there. As this process knows it; asks nobody.
 */
@Injectable()
export class TellErased implements NestInterceptor {
  constructor(
    private readonly asked: AskedStreams,
    private readonly register: ErasureRegister,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = execution.switchToHttp();
    if (http.getRequest<FastifyRequest>().method !== 'GET') return next.handle();
    const asked: Asked[] = [];
    const answer = new Observable((observer) =>
      this.asked.during(asked, () => next.handle().subscribe(observer)),
    );
    const tell = () => this.tell(asked, http.getResponse<FastifyReply>());
    return answer.pipe(tap({ next: tell, error: tell }));
  }

  private tell(asked: readonly Asked[], reply: FastifyReply): void {
    for (const [tenant, questions] of Map.groupBy(asked, (question) => question.tenant)) {
      const sources = questions.flatMap((question) => question.sources);
      const erased = erasedIn(tenant, sources, this.register.lastSeen(tenant));
      if (erased.size === 0) continue;
      const events = [...erased.values()].reduce((sum, count) => sum + count, 0);
      const path = pathOfErasures(tenant, [...erased.keys()]);
      void reply.header('Paragraf-Erased', String(events)).header('Link', `<${path}>; rel="related"`);
    }
  }
}

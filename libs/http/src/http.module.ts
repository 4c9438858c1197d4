import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { FieldsPipe } from './fields/fields-pipe.http.js';
import { HttpOptions } from './http-options.js';
import { ProblemCatalogue } from './problems/problem-catalogue.js';
import { ProblemFilter } from './problems/problem-filter.http.js';
import type { AnyProblemTable, AnyWarningTable } from './problems/problem-table.js';
import { RouteTable } from './requests/route-table.js';

export interface HttpModuleOptions {
  /** The tables of all contexts, merged. */
  readonly problems: AnyProblemTable;
  readonly warnings: AnyWarningTable;
  readonly maxBodyBytes?: number;
}

/** What every controller shares. Imported once, by the composition root. */
@Module({})
export class HttpModule {
  static forRoot({ problems, warnings, maxBodyBytes }: HttpModuleOptions): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [
        RouteTable,
        { provide: HttpOptions, useValue: new HttpOptions(maxBodyBytes) },
        { provide: ProblemCatalogue, useValue: new ProblemCatalogue(problems, warnings) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: FieldsPipe },
      ],
      exports: [ProblemCatalogue, RouteTable, HttpOptions],
    };
  }
}
